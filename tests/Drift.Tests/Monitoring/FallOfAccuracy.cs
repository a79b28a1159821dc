namespace MonitoringDemo.Drift.Tests.Monitoring;

/// <summary>A detector of an extender's own: 40 of the newest 60 values are ones.</summary>
public sealed class FallOfAccuracy : IDriftDetector
{
    private const int Newest = 60;
    private const int Needed = 40;

    private readonly Queue<bool> _values = new();

    public string Name => "fall-of-accuracy";

    public bool DriftDetected => _values.Count == Newest && _values.Count(value => value) >= Needed;

    public bool WarningDetected => false;

    public void Update(double value)
    {
        if (!double.IsFinite(value)) return;
        _values.Enqueue(value >= 0.5);
        if (_values.Count > Newest) _values.Dequeue();
    }

    public void Reset() => _values.Clear();

    public void Save(BinaryWriter writer)
    {
        writer.Write(_values.Count);
        foreach (var value in _values) writer.Write(value);
    }

    public void Restore(BinaryReader reader)
    {
        _values.Clear();
        for (var left = reader.ReadInt32(); left > 0; left--) _values.Enqueue(reader.ReadBoolean());
    }
}
