using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Release;

/// <summary>A canary beside the champion on each slice of the rows: always-valid tests of a squared error that is higher by more than a margin.</summary>
/// <remarks>
/// One bet a slice on the paired differences (<see cref="AlwaysValidPairedTest"/>). The error level is shared out among the slices, so that over all of them together, and however often they are
/// looked at, a canary that is nowhere worse by more than the margin is found worse with a probability of at most that level.
/// </remarks>
internal sealed class SliceRaces
{
    private const int MostSlices = 64;

    private readonly SliceGroups _groups;
    private readonly AlwaysValidPairedTest[] _worse;
    private readonly double _needed, _lean;

    /// <param name="schema">What rows look like.</param>
    /// <param name="margin">The difference of squared errors that is allowed.</param>
    /// <param name="alpha">The error level of all the tests together.</param>
    /// <param name="leanAlpha">A milder level, at which a canary does not go on.</param>
    public SliceRaces(FeatureSchema schema, double margin, double alpha, double leanAlpha)
    {
        _groups = new SliceGroups(schema, MostSlices);
        _worse = [.. _groups.Names.Select(_ => new AlwaysValidPairedTest(margin))];
        (_needed, _lean) = (Deterministic.Log(Math.Max(1, _worse.Length) / alpha), Deterministic.Log(Math.Max(1, _worse.Length) / leanAlpha));
    }

    /// <summary>One more row with its outcome.</summary>
    public void Take(ReadOnlySpan<double> row, double championScore, double canaryScore, byte label)
    {
        var loss = -PairedLoss.Brier(championScore, canaryScore, label);
        for (var feature = 0; feature < _groups.Features; feature++)
        {
            if (_groups.Of(row, feature) is >= 0 and var group) _worse[group].Update(loss);
        }
    }

    /// <summary>The slice with most evidence; null where the rows have no slices.</summary>
    /// <param name="dependence">How much less the rows say than their number.</param>
    public SliceStanding? Worst(double dependence)
    {
        if (_worse.Length == 0) return null;

        var most = Enumerable.Range(0, _worse.Length).MaxBy(i => _worse[i].LogEValue);
        var (test, evidence) = (_worse[most], _worse[most].LogEValue / dependence);
        return new SliceStanding(_groups.Names[most], (int)test.Count, test.Mean, evidence >= _needed, evidence >= _lean);
    }
}
