using MonitoringDemo.Drift;

namespace Labs.WriteADetector;

/// <summary>Is fed 1 for a wrong answer and 0 for a right one, in the order in which outcomes come.</summary>
public sealed class MyDetector : IDriftDetector
{
    public string Name => "my-detector";

    public bool WarningDetected => false;

    // TODO: whether the newest value completed the evidence for a change.
    public bool DriftDetected => false;

    // TODO: take the next value; pass over what is not finite.
    public void Update(double value) { }

    // TODO: forget everything, as if newly made.
    public void Reset() { }

    // TODO: write the whole state, and take over what was written. A service may restart between two values.
    public void Save(BinaryWriter writer) { }

    public void Restore(BinaryReader reader) { }
}
