using MonitoringDemo.Drift;

namespace Labs.WriteADetector;

/// <summary>Page's cumulative sum of errors beyond the usual ones (E. S. Page, "Continuous inspection schemes", Biometrika 41, 1954): the usual rate is learned from the first 200 outcomes.</summary>
public sealed class MyDetector : IDriftDetector
{
    private const int Learning = 200;
    private const double Tolerated = 0.2, Limit = 6;
    private double _seen, _wrong, _sum;

    public string Name => "my-detector";

    public bool WarningDetected => false;

    public bool DriftDetected => _sum > Limit;

    public void Update(double value)
    {
        if (!double.IsFinite(value)) return;
        if (_seen < Learning) (_seen, _wrong) = (_seen + 1, _wrong + value);
        else _sum = Math.Max(0, _sum + value - (_wrong / _seen) - Tolerated);
    }

    public void Reset() => (_seen, _wrong, _sum) = (0, 0, 0);

    public void Save(BinaryWriter writer) { writer.Write(_seen); writer.Write(_wrong); writer.Write(_sum); }

    public void Restore(BinaryReader reader) => (_seen, _wrong, _sum) = (reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
}
