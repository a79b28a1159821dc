using System.Text.Json;
using System.Text.Json.Serialization;
using MonitoringDemo.InferenceLog.Frames;

namespace MonitoringDemo.InferenceLog.Tests.Frames;

/// <summary>A record as its frame, and as text in which every bit of every value shows.</summary>
internal static class WrittenFrame
{
    private static readonly JsonSerializerOptions s_json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals, Converters = { new Bits() } };

    public static byte[] Of(LogRecord record, long ordinal = 0, long row = 0)
    {
        var buffer = new FrameBuffer();
        buffer.Begin();
        var (type, count, added) = Put(buffer, record);
        var version = record switch
        {
            ModelChange change => RecordEncoder.VersionOf(change),
            PredictionBatch batch => RecordEncoder.VersionOf(batch.AsRows()),
            _ => FrameHeader.VersionFor(added),
        };
        return buffer.Seal(new FrameHeader(type, count, ordinal, DateTime.UnixEpoch.Ticks, row, version)).ToArray();
    }

    /// <summary>Seals bytes again, so that their checksum fits whatever they have become.</summary>
    public static byte[] Sealed(byte[] frame)
    {
        if (frame.Length >= FrameHeader.Bytes) FrameHeader.Read(frame).Seal(frame);
        return frame;
    }

    public static string Told(LogRecord record) => $"{record.GetType().Name} {JsonSerializer.Serialize(record, record.GetType(), s_json)}";

    private static (RecordType Type, int Count, int Added) Put(FrameBuffer buffer, LogRecord record)
    {
        switch (record)
        {
            case HistoryBatch history:
                buffer.Put(history);
                return (RecordType.History, history.Count, history.EventTimes.Length);
            case PredictionBatch batch:
                buffer.Put(batch.AsRows());
                return (RecordType.Predictions, batch.Count, batch.EventTimes.Length);
            case OutcomeBatch outcomes:
                buffer.Put(outcomes);
                return (RecordType.Outcomes, outcomes.Count, 0);
            case ModelChange change:
                buffer.Put(change);
                return (RecordType.ModelChange, 0, change.Importance.Length);
            default:
                buffer.Put((AcceptedData)record);
                return (RecordType.AcceptedData, 0, 0);
        }
    }

    private sealed class Bits : JsonConverter<double>
    {
        public override double Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => BitConverter.Int64BitsToDouble(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, double value, JsonSerializerOptions options) => writer.WriteNumberValue(BitConverter.DoubleToInt64Bits(value));
    }
}
