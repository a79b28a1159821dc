using MonitoringDemo.Learning.Evaluation;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>Is the share of wrong answers above what it was, by more than a margin? An always-valid test: a collapse is plain within tens of rows, a small fall after hundreds.</summary>
internal sealed class FallTest
{
    private readonly AlwaysValidPairedTest _test;
    private readonly int _referenceRows;
    private readonly double _referenceAccuracy;

    /// <param name="referenceRows">Rows that the reference was measured on: few leave it in doubt, by a standard error.</param>
    /// <param name="referenceAccuracy">The share of right answers on them.</param>
    /// <param name="margin">The fall that does not count; where errors are rarer than that, as many errors again.</param>
    public FallTest(int referenceRows, double referenceAccuracy, double margin)
    {
        (_referenceRows, _referenceAccuracy) = (referenceRows, referenceAccuracy);
        var error = Math.Sqrt(Math.Max(referenceAccuracy * (1 - referenceAccuracy), 0.01) / Math.Max(1, referenceRows));
        _test = new AlwaysValidPairedTest(Math.Clamp(1 - referenceAccuracy + Math.Max(Math.Min(margin, 1 - referenceAccuracy), error), 0, 0.99));
    }

    public Confirmation Standing => new((int)_test.Count, 1 - _test.Mean, _referenceRows, _referenceAccuracy, _test.LogEValue);

    public void Take(bool right) => _test.Update(right ? 0 : 1);
}
