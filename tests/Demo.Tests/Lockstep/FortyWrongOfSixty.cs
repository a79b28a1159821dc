using MonitoringDemo.Drift;

namespace MonitoringDemo.Demo.Tests.Lockstep;

/// <summary>A detector as a participant writes it: one file, in an assembly of its own.</summary>
public sealed class FortyWrongOfSixty : IDriftDetector
{
    private readonly Queue<bool> _newest = new();

    public string Name => "forty-wrong-of-sixty";

    public bool DriftDetected => _newest.Count == 60 && _newest.Count(wrong => wrong) >= 40;

    public bool WarningDetected => false;

    public void Update(double value)
    {
        if (!double.IsFinite(value)) return;
        _newest.Enqueue(value >= 0.5);
        if (_newest.Count > 60) _newest.Dequeue();
    }

    public void Reset() => _newest.Clear();

    public void Save(BinaryWriter writer)
    {
        writer.Write(_newest.Count);
        foreach (var wrong in _newest) writer.Write(wrong);
    }

    public void Restore(BinaryReader reader)
    {
        Reset();
        for (var left = reader.ReadInt32(); left > 0; left--) _newest.Enqueue(reader.ReadBoolean());
    }
}
