using MonitoringDemo.Drift.Sequential;

namespace MonitoringDemo.Drift.Tests.Sequential;

/// <summary>What a detector knows, read from its saved state and named as in the reference files.</summary>
internal static class FinalStates
{
    public static IEnumerable<(string Name, double Value)> Of(IDriftDetector detector)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        detector.Save(writer);
        writer.Flush();
        stream.Position = 0;
        using var reader = new BinaryReader(stream);
        reader.ReadBoolean();
        reader.ReadBoolean();
        return Read(detector, reader);
    }

    private static List<(string Name, double Value)> Read(IDriftDetector detector, BinaryReader reader)
    {
        switch (detector)
        {
            case Adwin:
                reader.ReadInt32();
                reader.ReadInt32();
                return Doubles(reader, "width", "total", "variance_sum");
            case PageHinkley:
                return [("n", reader.ReadInt64()), .. Doubles(reader, "mean", "sum_increase", "sum_decrease", "min_increase", "max_decrease")];
            case Cusum:
                return [("n", reader.ReadInt64()), .. Doubles(reader, "-", "-", "reference", "sigma", "sum_increase", "sum_decrease")];
            case Shewhart:
                return [("-", reader.ReadInt64()), .. Doubles(reader, "-", "-", "center", "sigma")];
            case Ddm:
                return [("n", reader.ReadInt64()), .. Doubles(reader, "p", "-", "p_min", "s_min")];
            default:
                return [];
        }
    }

    private static List<(string Name, double Value)> Doubles(BinaryReader reader, params string[] names) =>
        [.. names.Select(name => (name, reader.ReadDouble()))];
}
