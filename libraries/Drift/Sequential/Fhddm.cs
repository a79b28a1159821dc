using MonitoringDemo.Drift.Windows;

namespace MonitoringDemo.Drift.Sequential;

/// <summary>Fast Hoeffding drift detection: the share of ones in a window fell below its best.</summary>
/// <remarks>Fires when ones become rarer, so feed it 1 for a right answer. Source: A. Pesaranghader and H. Viktor, "Fast Hoeffding Drift Detection Method for Evolving Data Streams", ECML PKDD 2016.</remarks>
/// <param name="windowSize">Values in the window.</param>
/// <param name="confidenceLevel">Probability of a false alarm of one comparison.</param>
/// <param name="shortWindowSize">Values in a second, shorter window; 0 for none.</param>
public sealed class Fhddm(int windowSize = 100, double confidenceLevel = 1e-6, int shortWindowSize = 0) : SequentialDetector
{
    private readonly Ring _window = new(windowSize);
    private readonly double _bound = Math.Sqrt(Math.Log(1 / confidenceLevel) / (2.0 * windowSize));
    private readonly double _shortBound = shortWindowSize > 0 ? Math.Sqrt(Math.Log(1 / confidenceLevel) / (2.0 * shortWindowSize)) : 0;
    private double _ones;
    private double _shortOnes;
    private double _best;
    private double _shortBest;

    /// <summary>Creates the detector with its defaults.</summary>
    public Fhddm()
        : this(100)
    {
    }

    /// <inheritdoc/>
    public override string Name => "fhddm";

    /// <inheritdoc/>
    protected override void Take(double value)
    {
        if (_window.IsFull)
            _ones -= _window.Oldest;
        if (shortWindowSize > 0 && _window.Count >= shortWindowSize)
            _shortOnes -= _window.Newest(shortWindowSize - 1);
        _window.Add(value);
        _ones += value;
        _shortOnes += value;
        if (!_window.IsFull)
            return;

        var share = _ones / windowSize;
        _best = Math.Max(_best, share);
        DriftDetected = _best - share > _bound;
        if (shortWindowSize == 0)
            return;

        share = _shortOnes / shortWindowSize;
        _shortBest = Math.Max(_shortBest, share);
        DriftDetected |= _shortBest - share > _shortBound;
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        _window.Clear();
        (_ones, _shortOnes, _best, _shortBest) = (0, 0, 0, 0);
    }

    /// <inheritdoc/>
    protected override void SaveState(BinaryWriter writer)
    {
        _window.Save(writer);
        writer.Write(_ones);
        writer.Write(_shortOnes);
        writer.Write(_best);
        writer.Write(_shortBest);
    }

    /// <inheritdoc/>
    protected override void RestoreState(BinaryReader reader)
    {
        _window.Restore(reader);
        (_ones, _shortOnes, _best, _shortBest) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
    }
}
