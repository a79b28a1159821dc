using System.Buffers;
using MonitoringDemo.InferenceLog;
using ZstdSharp;

namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>Makes messages of the records of a log: as many as there are, up to a full pack. For one caller at a time.</summary>
/// <param name="packs">False to let each record travel alone and as it stands.</param>
internal sealed class RecordPacker(bool packs) : IDisposable
{
    private const int Level = 1;
    private readonly ArrayBufferWriter<byte> _frames = new(2 * PackShape.FullAt);
    private readonly Compressor _compressor = new(Level);

    /// <summary>The number of the first record of the message that is being made.</summary>
    public long First { get; private set; }

    /// <summary>The number behind the last one.</summary>
    public long Next { get; private set; }

    /// <summary>How many are in it.</summary>
    public int Records { get; private set; }

    /// <summary>Whether no further record belongs into it.</summary>
    public bool IsFull => Records > 0 && (!packs || Records >= PackShape.MostRecords || _frames.WrittenCount >= PackShape.FullAt);

    /// <summary>Takes the next record of the log.</summary>
    /// <param name="frames">The log.</param>
    /// <param name="ordinal">The record's number: more than was next where retention was faster.</param>
    /// <returns>False when there is none, for now.</returns>
    /// <exception cref="CorruptLogException">It is damaged; what was taken before is here.</exception>
    public bool TryTake(LogFrameReader frames, out long ordinal)
    {
        if (!frames.TryReadInto(_frames, out ordinal)) return false;
        if (Records++ == 0) First = ordinal;
        Next = ordinal + 1;
        return true;
    }

    /// <summary>The message of what was taken, or one for each record where they are not to be packed or are too large for it; the next one is begun.</summary>
    /// <param name="producer">The name of the process that wrote it.</param>
    /// <param name="log">The name of the log.</param>
    /// <param name="end">How many records the log has.</param>
    public IReadOnlyList<ShippedMessage> Seal(string producer, string log, long end)
    {
        var frames = _frames.WrittenMemory;
        IReadOnlyList<ShippedMessage> messages = packs && frames.Length <= PackShape.MostBytes
            ? [new ShippedMessage(producer, log, First, end, _compressor.Wrap(frames.Span).ToArray()) { Pack = new PackShape(Records, frames.Length) }]
            : [.. LogFrames.Split(frames.ToArray()).Select(record => new ShippedMessage(producer, log, record.Ordinal, end, record.Frame))];
        Clear();
        return messages;
    }

    /// <summary>Lets go of what was taken.</summary>
    public void Clear()
    {
        Records = 0;
        _frames.ResetWrittenCount();
    }

    public void Dispose() => _compressor.Dispose();
}
