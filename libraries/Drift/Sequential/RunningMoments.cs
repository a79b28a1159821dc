namespace MonitoringDemo.Drift.Sequential;

/// <summary>Mean and variance of what came so far, in one pass (Welford).</summary>
internal struct RunningMoments
{
    private double _squares;

    public long Count { get; private set; }

    public double Mean { get; private set; }

    /// <summary>The sample variance (n - 1 in the denominator); 0 for fewer than two values.</summary>
    public readonly double Variance => Count > 1 ? _squares / (Count - 1) : 0;

    public void Add(double value)
    {
        Count++;
        var difference = value - Mean;
        Mean += 1.0 / Count * difference;
        _squares += difference * (value - Mean);
    }

    public readonly void Save(BinaryWriter writer)
    {
        writer.Write(Count);
        writer.Write(Mean);
        writer.Write(_squares);
    }

    public static RunningMoments Restore(BinaryReader reader) =>
        new() { Count = reader.ReadInt64(), Mean = reader.ReadDouble(), _squares = reader.ReadDouble() };
}
