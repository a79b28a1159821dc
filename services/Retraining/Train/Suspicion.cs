using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Retraining.Train;

/// <summary>Says when the champion errs more than it did, sooner and less surely than a finding: enough to train a challenger, never enough to release one.</summary>
/// <remarks>Restarted bets, as in <see cref="Release.ArchivedRival"/>, on wrong answers above their share in the older of the newest few thousand.</remarks>
internal sealed class Suspicion(double runLength)
{
    private const int Block = 250;
    private const int Blocks = 24;
    private const int HeldBack = 2;
    // With so much evidence, what is usual is not learned from the rows that may be unusual.
    private const double Doubt = 3;
    private const double Margin = 0.01;
    private static readonly double[] Bets = [0.8, 0.4, 0.15];

    private readonly Queue<int> _errors = new();
    private readonly double[] _wealth = [1, 1, 1];
    private readonly double _needed = Deterministic.Log(runLength);
    private double _usual = double.NaN;
    private int _rows, _wrong;

    /// <summary>Takes an answer.</summary>
    /// <returns>True when the evidence is complete; it then begins anew.</returns>
    public bool Take(bool wrong)
    {
        Count(wrong);
        if (double.IsNaN(_usual)) return false;

        var total = 0.0;
        for (var i = 0; i < Bets.Length; i++)
            total += _wealth[i] = Math.Max(1, _wealth[i]) * (1 + (Bets[i] * ((wrong ? 1 : 0) - _usual - Margin)));
        if (Deterministic.Log(total / Bets.Length) < _needed) return false;

        Array.Fill(_wealth, 1);
        return true;
    }

    /// <summary>Another champion: its errors are its own.</summary>
    public void Reset()
    {
        _errors.Clear();
        Array.Fill(_wealth, 1);
        (_usual, _rows, _wrong) = (double.NaN, 0, 0);
    }

    private void Count(bool wrong)
    {
        _wrong += wrong ? 1 : 0;
        if (++_rows < Block) return;

        _errors.Enqueue(_wrong);
        if (_errors.Count > Blocks) _errors.Dequeue();
        if (_errors.Count > HeldBack && (double.IsNaN(_usual) || Math.Max(_wealth[0], Math.Max(_wealth[1], _wealth[2])) < Doubt)) _usual = (double)_errors.Take(_errors.Count - HeldBack).Sum() / ((_errors.Count - HeldBack) * Block);
        (_rows, _wrong) = (0, 0);
    }
}
