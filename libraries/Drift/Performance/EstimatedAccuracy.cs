namespace MonitoringDemo.Drift.Performance;

/// <summary>The accuracy that a model can be expected to have on its newest rows, row by row, long before their outcomes are known.</summary>
/// <remarks>
/// The mean over a sliding window of the calibrated probability that the answer is right: CBPE for accuracy (see
/// <see cref="PerformanceEstimates"/>), as a stream. Constant memory, no allocation per row; sums are kept in whole numbers, so
/// that a window holds the same bits however long the stream before it was. Not thread-safe.
/// </remarks>
/// <example><code>
/// accuracy.Update(calibrator.Calibrate(score), answered);
/// if (accuracy.IsFull &amp;&amp; accuracy.Value + 3 * accuracy.StandardError &lt; expected) { /* a fall */ }
/// </code></example>
public sealed class EstimatedAccuracy
{
    // Probabilities are kept as multiples of this.
    private const double Unit = 1.0 / (1 << 30);

    private readonly int[] _window;
    private int _next;
    private long _sum;
    private long _spread;

    /// <summary>Creates an estimator.</summary>
    /// <param name="window">Rows that the estimate is made of.</param>
    public EstimatedAccuracy(int window = 2_000)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(window, 1);
        _window = new int[window];
    }

    /// <summary>Rows in the window now.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the window is full.</summary>
    public bool IsFull => Count == _window.Length;

    /// <summary>Expected share of right answers in the window, in [0, 1]; NaN before any row.</summary>
    public double Value => Count == 0 ? double.NaN : _sum * Unit / Count;

    /// <summary>How far the realised accuracy of the same rows strays from <see cref="Value"/> by chance: √Σ p (1 − p) / n. NaN before any row.</summary>
    public double StandardError => Count == 0 ? double.NaN : Math.Sqrt(_spread * Unit) / Count;

    /// <summary>The probability that an answer is right.</summary>
    /// <param name="calibrated">Calibrated probability of class 1.</param>
    /// <param name="answered">The class answered, 0 or 1.</param>
    public static double ProbabilityRight(double calibrated, byte answered) => answered == 1 ? calibrated : 1 - calibrated;

    /// <summary>Takes the next served row; what is no probability changes nothing.</summary>
    /// <param name="calibrated">Calibrated probability of class 1.</param>
    /// <param name="answered">The class answered, 0 or 1.</param>
    public void Update(double calibrated, byte answered)
    {
        if (!(calibrated >= 0 && calibrated <= 1)) return;

        if (IsFull) Add(_window[_next], -1);
        else Count++;
        var right = (int)Math.Round(ProbabilityRight(calibrated, answered) / Unit);
        Add(right, 1);
        _window[_next] = right;
        _next = _next + 1 == _window.Length ? 0 : _next + 1;
    }

    /// <summary>Forgets all rows: another model.</summary>
    public void Reset() => (_next, Count, _sum, _spread) = (0, 0, 0, 0);

    /// <summary>Writes the whole state, so that <see cref="Restore"/> goes on with the same results.</summary>
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Count);
        for (var i = 0; i < Count; i++) writer.Write(_window[(_next + _window.Length - Count + i) % _window.Length]);
    }

    /// <summary>Takes over what <see cref="Save"/> of an estimator with the same window wrote.</summary>
    /// <exception cref="InvalidDataException">The state belongs to a larger window.</exception>
    public void Restore(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        Reset();
        var rows = reader.ReadInt32();
        if (rows < 0 || rows > _window.Length) throw new InvalidDataException($"The state holds {rows} rows, this window {_window.Length}: it belongs to another window.");
        for (var left = rows; left > 0; left--)
        {
            var right = reader.ReadInt32();
            Add(right, 1);
            _window[_next] = right;
            _next = _next + 1 == _window.Length ? 0 : _next + 1;
            Count++;
        }
    }

    private void Add(int right, int sign)
    {
        _sum += sign * (long)right;
        // p (1 − p) in the same unit; the same whole number when the row comes and when it goes.
        _spread += sign * (((long)right * ((1 << 30) - right)) >> 30);
    }
}
