namespace MonitoringDemo.Drift.Performance;

/// <summary>
/// Tells when errors (1 = wrong, 0 = right) become more frequent than they were at first: a Shiryaev–Roberts procedure
/// over a mixture of rises, against an upper confidence limit of the first values.
/// </summary>
/// <remarks>
/// While the error rate is at or below <see cref="Ceiling"/>, evidence minus the number of values is a supermartingale,
/// so that the mean number of values to a false alarm is at least the run length, however often one looks. See
/// Shin, Ramdas and Rinaldo, "E-detectors" (2022). No drift is told before <c>leastBaseline</c> values.
/// </remarks>
/// <example><code>
/// detector.Update(predicted == actual ? 0 : 1);
/// if (detector.DriftDetected) ...
/// </code></example>
public sealed class ErrorRiseDetector : IDriftDetector
{
    // Wilson's upper limit with a tail of 5e-4.
    private const double Z = 3.3;

    // Rises looked for, as shares of the way from the ceiling to "always wrong".
    private static readonly double[] Rises = [0.05, 0.1, 0.2, 0.35, 0.5, 0.7];

    private readonly int _leastBaseline, _fullBaseline;
    private readonly double _margin, _runLength;
    private readonly double[] _evidence = new double[Rises.Length];
    private readonly double[] _ifWrong = new double[Rises.Length];
    private readonly double[] _ifRight = new double[Rises.Length];
    private int _baselineErrors;

    /// <summary>A baseline of 1,000 values, used from 200 on; a margin of 0.01; a mean of 1e8 values to a false alarm.</summary>
    public ErrorRiseDetector()
        : this(200, 1_000, 0.01, 1e8)
    {
    }

    /// <summary>Creates a detector.</summary>
    /// <param name="leastBaseline">Values after which the baseline is used.</param>
    /// <param name="fullBaseline">Values after which it is no longer refined.</param>
    /// <param name="margin">What is added to the upper confidence limit.</param>
    /// <param name="runLength">Mean number of values to a false alarm, at the least.</param>
    public ErrorRiseDetector(int leastBaseline, int fullBaseline, double margin, double runLength)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(leastBaseline, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(fullBaseline, leastBaseline);
        ArgumentOutOfRangeException.ThrowIfLessThan(runLength, 1);
        (_leastBaseline, _fullBaseline, _margin, _runLength) = (leastBaseline, fullBaseline, margin, runLength);
    }

    /// <inheritdoc />
    public string Name => "error-rise";

    /// <inheritdoc />
    public bool DriftDetected => Evidence >= _runLength;

    /// <summary>Whether one false alarm in a thousandth of the run length would look like this.</summary>
    public bool WarningDetected => Evidence >= _runLength / 1_000;

    /// <summary>How many values the baseline is made of.</summary>
    public int BaselineValues { get; private set; }

    /// <summary>The error rate at first; NaN before any value.</summary>
    public double Baseline => BaselineValues == 0 ? double.NaN : (double)_baselineErrors / BaselineValues;

    /// <summary>The error rate that is still taken for the baseline; NaN before there is one.</summary>
    public double Ceiling { get; private set; } = double.NaN;

    /// <summary>The Shiryaev–Roberts statistic, averaged over the rises looked for.</summary>
    public double Evidence { get; private set; }

    /// <inheritdoc />
    public void Update(double value)
    {
        if (!double.IsFinite(value)) return;

        var wrong = value >= 0.5;
        if (!double.IsNaN(Ceiling)) Weigh(wrong);
        // A baseline is not refined by values that may already belong to a rise.
        if (BaselineValues < _fullBaseline && Evidence < _runLength / 1e6) Refine(wrong);
    }

    /// <inheritdoc />
    public void Reset()
    {
        (BaselineValues, _baselineErrors, Ceiling) = (0, 0, double.NaN);
        Calm();
    }

    /// <summary>Forgets the evidence and keeps the baseline: the rise is over.</summary>
    public void Calm()
    {
        Array.Clear(_evidence);
        Evidence = 0;
    }

    /// <inheritdoc />
    public void Save(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(BaselineValues);
        writer.Write(_baselineErrors);
        writer.Write(Ceiling);
        writer.Write(Evidence);
        foreach (var evidence in _evidence) writer.Write(evidence);
    }

    /// <inheritdoc />
    public void Restore(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        (BaselineValues, _baselineErrors) = (reader.ReadInt32(), reader.ReadInt32());
        var ceiling = reader.ReadDouble();
        Evidence = reader.ReadDouble();
        for (var i = 0; i < _evidence.Length; i++) _evidence[i] = reader.ReadDouble();
        Ceiling = double.NaN;
        if (!double.IsNaN(ceiling)) SetCeiling(ceiling);
    }

    private void Weigh(bool wrong)
    {
        var ratios = wrong ? _ifWrong : _ifRight;
        var sum = 0.0;
        for (var i = 0; i < ratios.Length; i++)
        {
            // Far beyond any threshold it stops growing, so that it can never overflow.
            _evidence[i] = Math.Min((1 + _evidence[i]) * ratios[i], 1e200);
            sum += _evidence[i];
        }

        Evidence = sum / ratios.Length;
    }

    private void Refine(bool wrong)
    {
        BaselineValues++;
        if (wrong) _baselineErrors++;
        if (BaselineValues == _leastBaseline || BaselineValues == _fullBaseline || BaselineValues == (_leastBaseline + _fullBaseline) / 2)
            SetCeiling(Math.Min(0.98, UpperLimit(_baselineErrors, BaselineValues) + _margin));
    }

    private void SetCeiling(double ceiling)
    {
        Ceiling = ceiling;
        for (var i = 0; i < Rises.Length; i++)
        {
            var risen = ceiling + Rises[i] * (1 - ceiling);
            (_ifWrong[i], _ifRight[i]) = (risen / ceiling, (1 - risen) / (1 - ceiling));
        }
    }

    private static double UpperLimit(int errors, int values)
    {
        double share = (double)errors / values, z2 = Z * Z / values;
        return (share + z2 / 2 + Z * Math.Sqrt(share * (1 - share) / values + z2 / (4 * values))) / (1 + z2);
    }
}
