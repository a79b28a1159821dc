using MonitoringDemo.InferenceLog;
using ZstdSharp;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>Makes of a message one for each of its records, as they stand in the log. For one caller at a time.</summary>
internal sealed class RecordUnpacker : IDisposable
{
    private readonly Decompressor _decompressor = new();

    /// <summary>The message itself where it holds one record, or the schema, as it stands.</summary>
    /// <exception cref="UnreadableMessageException">It does not hold what it says.</exception>
    public IReadOnlyList<ShippedMessage> Unpack(ShippedMessage message)
    {
        if (message.Pack is not { } pack) return [message];
        if (pack is not { Bytes: > 0 and <= PackShape.MostBytes, Records: > 0 and <= PackShape.MostRecords })
            throw new UnreadableMessageException($"It says that it becomes {pack.Records} records of {pack.Bytes} bytes; none becomes more than {PackShape.MostRecords} of {PackShape.MostBytes}.");

        var records = Split(Decompress(message.Body, (int)pack.Bytes));
        if (records.Count != pack.Records || records[0].Ordinal != message.Ordinal)
            throw new UnreadableMessageException($"It says that it holds {pack.Records} records from {message.Ordinal} on, and holds {records.Count} from {records[0].Ordinal} on.");
        return [.. records.Select(record => new ShippedMessage(message.Producer, message.Log, record.Ordinal, message.End, record.Frame))];
    }

    public void Dispose() => _decompressor.Dispose();

    private static IReadOnlyList<(long Ordinal, ReadOnlyMemory<byte> Frame)> Split(ReadOnlyMemory<byte> frames)
    {
        try
        {
            return LogFrames.Split(frames);
        }
        catch (CorruptLogException e)
        {
            throw new UnreadableMessageException(e.Message, e);
        }
    }

    /// <summary>No more is written than the bytes that were said: what would become more is refused there.</summary>
    private byte[] Decompress(ReadOnlyMemory<byte> body, int length)
    {
        var frames = new byte[length];
        try
        {
            var written = _decompressor.Unwrap(body.Span, frames);
            return written == length ? frames : throw new UnreadableMessageException($"It says that it becomes {length} bytes, and becomes {written}.");
        }
        catch (ZstdException e)
        {
            throw new UnreadableMessageException($"It does not become the {length} bytes that it says: {e.Message}.", e);
        }
    }
}
