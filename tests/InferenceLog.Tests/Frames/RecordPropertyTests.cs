using FsCheck.Fluent;
using MonitoringDemo.InferenceLog.Frames;
using MonitoringDemo.Properties;

namespace MonitoringDemo.InferenceLog.Tests.Frames;

public sealed class RecordPropertyTests
{
    private static readonly DateTimeOffset s_epoch = DateTimeOffset.UnixEpoch;

    [Fact]
    public void A_record_of_any_kind_is_decoded_as_it_was_encoded() => Claim.Holds(Records.Any, record =>
    {
        var position = new LogPosition(7, 3, 40);
        var frame = WrittenFrame.Of(record, ordinal: 7);

        var decoded = RecordDecoder.Decode(frame, position);

        FrameHeader.IsIntact(frame).ShouldBeTrue();
        WrittenFrame.Told(decoded).ShouldBe(WrittenFrame.Told(record with { Ordinal = 7, Time = s_epoch, Position = position }));
    });

    [Fact]
    public void Any_bytes_are_decoded_or_refused_as_damaged_or_too_new() => Claim.Holds(
        SpoiltBytes.Of(Records.Any.Select(record => WrittenFrame.Of(record)), [255, 255, 255, 255], [0, 0, 0, 128], [255, 255, 255, 127], [0, 0, 0, 0, 0, 0, 0, 0]),
        bytes =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();

            var refused = Record.Exception(() => RecordDecoder.Decode(bytes, default));

            if (refused is not null) (refused is CorruptLogException or NotSupportedException).ShouldBeTrue($"{refused}");
            (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan((20 * bytes.Length) + (1 << 20));
        },
        SpoiltBytes.Shorter);

    [Fact]
    public void A_segment_of_any_frames_is_read_cut_or_refused() => Claim.Holds(
        Gen.ArrayOf(SpoiltBytes.Of(Records.Any.Select(record => WrittenFrame.Of(record))).Select(WrittenFrame.Sealed)).Resize(6),
        frames =>
        {
            using var directory = new LogDirectory();
            File.WriteAllBytes(Path.Combine(directory.Path, $"{0:D20}.log"), [.. frames.SelectMany((frame, i) => Numbered(frame, i))]);

            var read = Record.Exception(() => directory.ReadAll());
            var opened = Record.Exception(() => InferenceLogWriter.Open(directory.Path).Dispose());

            (read is null or CorruptLogException or NotSupportedException).ShouldBeTrue($"{read}");
            (opened is null or CorruptLogException).ShouldBeTrue($"{opened}");
        },
        share: 0.5);

    private static byte[] Numbered(byte[] frame, int ordinal)
    {
        if (frame.Length >= FrameHeader.Bytes) (FrameHeader.Read(frame) with { Ordinal = ordinal }).Seal(frame);
        return frame;
    }

}
