using System.Text;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring;

/// <summary>What stands around a monitor's state, so that it is never resumed in the wrong place.</summary>
internal static class MonitorFormat
{
    private const string Magic = "monitor-8";

    public static MonitorState Write(FeatureSchema schema, MonitorOptions options, Action<BinaryWriter> content)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(SchemaJson.Sha256(schema));
        writer.Write(options.Line);
        content(writer);
        writer.Flush();
        return new MonitorState(stream.ToArray());
    }

    public static void Read(MonitorState state, FeatureSchema schema, MonitorOptions options, Action<BinaryReader> content)
    {
        using var reader = new BinaryReader(new MemoryStream(state.Bytes, writable: false), Encoding.UTF8);
        try
        {
            Expect(reader, Magic, "version of the library");
            Expect(reader, SchemaJson.Sha256(schema), "schema");
            Expect(reader, options.Line, "set of options");
            content(reader);
        }
        catch (EndOfStreamException e)
        {
            throw new InvalidDataException("The monitor's state is cut short; begin a new monitor at the start of the log.", e);
        }
    }

    private static void Expect(BinaryReader reader, string expected, string what)
    {
        if (reader.ReadString() != expected)
            throw new InvalidDataException($"The monitor's state belongs to another {what}; begin a new monitor at the start of the log.");
    }
}
