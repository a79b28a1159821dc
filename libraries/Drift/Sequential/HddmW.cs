namespace MonitoringDemo.Drift.Sequential;

/// <summary>Hoeffding drift detection on weighted averages: newer values count for more.</summary>
/// <remarks>Takes values in [0, 1]. Source: I. Frías-Blanco et al., "Online and Non-Parametric Drift Detection Methods Based on Hoeffding's Bounds", IEEE TKDE 27 (2015).</remarks>
/// <param name="driftConfidence">Probability of a false alarm of one comparison.</param>
/// <param name="warningConfidence">The same for a warning; larger.</param>
/// <param name="lambda">Weight of the newest value, in (0, 1].</param>
/// <param name="twoSided">Whether a fall counts as well.</param>
public sealed class HddmW(double driftConfidence = 0.001, double warningConfidence = 0.005, double lambda = 0.05, bool twoSided = false)
    : SequentialDetector
{
    private readonly double _logDrift = Math.Log(1 / driftConfidence);
    private readonly double _logWarning = Math.Log(1 / warningConfidence);
    private Sample _total = Sample.Empty;
    private Side _rise = Side.New(double.PositiveInfinity);
    private Side _fall = Side.New(double.NegativeInfinity);

    /// <summary>Creates the detector with its defaults.</summary>
    public HddmW()
        : this(0.001)
    {
    }

    /// <inheritdoc/>
    public override string Name => "hddm-w";

    /// <inheritdoc/>
    protected override void Take(double value)
    {
        _total.Add(value, lambda);
        var bound = Math.Sqrt(_total.Weight * _logDrift / 2);

        if (_total.Average + bound < _rise.Cut)
            _rise = new Side(_total.Average + bound, _total, Sample.Empty);
        else
            _rise.After.Add(value, lambda);

        if (Moved(_rise.Before, _rise.After, _logDrift))
            (DriftDetected, WarningDetected) = (true, false);
        else
            WarningDetected = Moved(_rise.Before, _rise.After, _logWarning);

        if (!twoSided)
            return;
        if (_total.Average - bound > _fall.Cut)
            _fall = new Side(_total.Average - bound, _total, Sample.Empty);
        else
            _fall.After.Add(value, lambda);
        if (Moved(_fall.After, _fall.Before, _logDrift))
            DriftDetected = true;
        else
            WarningDetected |= Moved(_fall.After, _fall.Before, _logWarning);
    }

    /// <inheritdoc/>
    protected override void Clear() =>
        (_total, _rise, _fall) = (Sample.Empty, Side.New(double.PositiveInfinity), Side.New(double.NegativeInfinity));

    /// <inheritdoc/>
    protected override void SaveState(BinaryWriter writer)
    {
        _total.Save(writer);
        _rise.Save(writer);
        _fall.Save(writer);
    }

    /// <inheritdoc/>
    protected override void RestoreState(BinaryReader reader) =>
        (_total, _rise, _fall) = (Sample.Restore(reader), Side.Restore(reader), Side.Restore(reader));

    private static bool Moved(Sample low, Sample high, double log) =>
        low.Started && high.Started && high.Average - low.Average > Math.Sqrt((low.Weight + high.Weight) * log / 2);

    /// <summary>A weighted average, and the sum of the squared weights in it.</summary>
    private struct Sample
    {
        public static readonly Sample Empty = new() { Weight = 1 };

        public bool Started;
        public double Average;
        public double Weight;

        public void Add(double value, double lambda)
        {
            Average = Started ? lambda * value + (1 - lambda) * Average : value;
            Weight = lambda * lambda + (1 - lambda) * (1 - lambda) * Weight;
            Started = true;
        }

        public readonly void Save(BinaryWriter writer)
        {
            writer.Write(Started);
            writer.Write(Average);
            writer.Write(Weight);
        }

        public static Sample Restore(BinaryReader reader) =>
            new() { Started = reader.ReadBoolean(), Average = reader.ReadDouble(), Weight = reader.ReadDouble() };
    }

    /// <summary>The cut point of one direction, with the averages before and after it.</summary>
    private struct Side(double cut, Sample before, Sample after)
    {
        public double Cut = cut;
        public Sample Before = before;
        public Sample After = after;

        public static Side New(double cut) => new(cut, Sample.Empty, Sample.Empty);

        public readonly void Save(BinaryWriter writer)
        {
            writer.Write(Cut);
            Before.Save(writer);
            After.Save(writer);
        }

        public static Side Restore(BinaryReader reader) => new(reader.ReadDouble(), Sample.Restore(reader), Sample.Restore(reader));
    }
}
