using MonitoringDemo.Drift.TwoSample;
using MonitoringDemo.Drift.Windows;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Sequential;

/// <summary>Kolmogorov–Smirnov windowing: the newest values of a window are distributed otherwise than the older ones.</summary>
/// <remarks>
/// Sees changes of any kind, not of the mean alone; free of scale; slow. Source: C. Raab, M. Heusinger, F.-M. Schleif,
/// "Reactive Soft Prototype Computing for Concept Drift Streams", Neurocomputing 416 (2020).
/// </remarks>
public sealed class Kswin : SequentialDetector
{
    // As river: a smaller gap is no drift, however significant.
    private const double LeastGap = 0.1;

    private readonly ulong _seed;
    private readonly Ring _window;
    private readonly int _older;
    private readonly double[] _drawn;
    private readonly double[] _newest;
    private readonly long _critical;
    private ulong _random;

    /// <summary>Creates the detector with its defaults.</summary>
    public Kswin()
        : this(0.005)
    {
    }

    /// <summary>Creates the detector.</summary>
    /// <param name="alpha">Probability of a false alarm of one comparison; there is one per value.</param>
    /// <param name="windowSize">Values in the window.</param>
    /// <param name="statSize">The newest values, compared with as many drawn without replacement from the older ones; at most half of the window.</param>
    /// <param name="seed">Of the draw.</param>
    public Kswin(double alpha, int windowSize = 100, int statSize = 30, ulong seed = 42)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(windowSize, 2 * statSize);
        (_seed, _random, _older) = (seed, seed, windowSize - statSize);
        (_window, _drawn, _newest) = (new Ring(windowSize), new double[_older], new double[statSize]);
        _critical = CriticalGap(statSize, alpha);
    }

    /// <inheritdoc/>
    public override string Name => "kswin";

    /// <inheritdoc/>
    protected override void Take(double value)
    {
        _window.Add(value);
        if (!_window.IsFull) return;

        var size = _newest.Length;
        _window.CopyTo(_drawn, 0);
        _window.CopyTo(_newest, _older);
        if (_older > size) Draw(size);
        _drawn.AsSpan(0, size).Sort();
        _newest.AsSpan().Sort();
        var gap = KolmogorovSmirnov.Gap(_drawn.AsSpan(0, size), _newest);
        DriftDetected = gap >= _critical && (double)gap / ((long)size * size) > LeastGap;
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        _window.Clear();
        _random = _seed;
    }

    /// <inheritdoc/>
    protected override void SaveState(BinaryWriter writer)
    {
        _window.Save(writer);
        writer.Write(_random);
    }

    /// <inheritdoc/>
    protected override void RestoreState(BinaryReader reader)
    {
        _window.Restore(reader);
        _random = reader.ReadUInt64();
    }

    /// <summary>The least gap between samples of one size whose p value is small enough; gaps are multiples of the size.</summary>
    private static long CriticalGap(int size, double alpha)
    {
        // Found in (low, high]: the larger the gap, the smaller its p value.
        var (low, high) = (0, size + 1);
        while (high - low > 1)
        {
            var middle = (low + high) / 2;
            if (KolmogorovSmirnovExact.PValue((long)middle * size, size, size) <= alpha) high = middle;
            else low = middle;
        }

        return high > size ? long.MaxValue : (long)high * size;
    }

    /// <summary>Moves values drawn without replacement to the front (Fisher and Yates).</summary>
    private void Draw(int count)
    {
        for (var i = 0; i < count; i++)
        {
            // A number instead of an object, so that a reset allocates nothing.
            var number = SplitMix64.Mix(_seed, ++_random);
            var j = i + (int)Math.BigMul(number, (ulong)(_drawn.Length - i), out _);
            (_drawn[i], _drawn[j]) = (_drawn[j], _drawn[i]);
        }
    }
}
