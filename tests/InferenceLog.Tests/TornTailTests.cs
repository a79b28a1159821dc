using System.Buffers.Binary;
using MonitoringDemo.InferenceLog.Tests.Frames;

namespace MonitoringDemo.InferenceLog.Tests;

public sealed class TornTailTests : IDisposable
{
    private readonly LogDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_write_that_died_at_any_byte_loses_only_itself()
    {
        var (whole, lastFrame) = ThreeBatches();

        for (var length = lastFrame; length < whole.Length; length++)
        {
            File.WriteAllBytes(_directory.Segments[0], whole[..length]);

            _directory.ReadAll().Count.ShouldBe(2, $"a reader before the restart, {length} bytes");
            using (var writer = InferenceLogWriter.Open(_directory.Path))
            {
                (writer.NextOrdinal, writer.NextRow).ShouldBe((2, 6), $"{length} bytes");
                writer.AppendPredictions(LogDirectory.Batch(6, 1));
            }

            _directory.ReadAll().Cast<PredictionBatch>().Select(batch => batch.Count).ShouldBe([3, 3, 1]);
        }
    }

    [Fact]
    public void A_record_that_failed_and_was_written_again_is_read_as_it_stands_there()
    {
        var (whole, lastFrame) = ThreeBatches();
        var again = WrittenAgain(whole, lastFrame);
        for (var length = lastFrame + 1; length < whole.Length; length++)
        {
            File.WriteAllBytes(_directory.Segments[0], whole[..length]);
            using var reader = new InferenceLogFiles(_directory.Path).OpenFrames(0);
            reader.TryRead(out _, out _);
            reader.TryRead(out _, out _);

            File.WriteAllBytes(_directory.Segments[0], again);
            reader.TryRead(out var frame, out _).ShouldBeTrue();

            frame.ToArray().ShouldBe(again[lastFrame..], $"after {length - lastFrame} bytes of the first");
        }
    }

    /// <summary>The last record with another time: the rest of its bytes is the same.</summary>
    private static byte[] WrittenAgain(byte[] whole, int lastFrame)
    {
        var frame = whole[lastFrame..];
        BinaryPrimitives.WriteInt64LittleEndian(frame.AsSpan(24), BinaryPrimitives.ReadInt64LittleEndian(frame.AsSpan(24)) + TimeSpan.TicksPerSecond);
        return [.. whole[..lastFrame], .. WrittenFrame.Sealed(frame)];
    }

    [Fact]
    public void Zeros_that_a_power_failure_left_behind_are_cut()
    {
        var (whole, lastFrame) = ThreeBatches();
        File.WriteAllBytes(_directory.Segments[0], [.. whole[..lastFrame], .. new byte[4096]]);

        using var writer = InferenceLogWriter.Open(_directory.Path);

        writer.NextOrdinal.ShouldBe(2);
        new FileInfo(_directory.Segments[0]).Length.ShouldBe(lastFrame);
    }

    [Fact]
    public void Any_damaged_byte_in_the_middle_is_reported_with_file_and_offset()
    {
        var (whole, lastFrame) = ThreeBatches();
        var second = FrameBytes(whole, 0);
        var segment = _directory.Segments[0];

        for (var at = second; at < lastFrame; at++)
        {
            var damaged = (byte[])whole.Clone();
            damaged[at] ^= 0x10;
            File.WriteAllBytes(segment, damaged);

            var read = Should.Throw<CorruptLogException>(() => _directory.ReadAll());
            var opened = Should.Throw<CorruptLogException>(() => InferenceLogWriter.Open(_directory.Path));

            (read.File, read.Offset).ShouldBe((segment, second), $"byte {at}");
            (opened.File, opened.Offset).ShouldBe((segment, second), $"byte {at}");
        }

        File.ReadAllBytes(segment).Length.ShouldBe(whole.Length, "nothing is cut from a damaged log");
    }

    [Fact]
    public void A_damaged_record_of_a_merged_log_is_no_torn_tail_when_another_follows()
    {
        var (whole, _) = ThreeBatches();
        var merged = LogFrames.Split(whole).Select(record => LogFrames.Merged(record.Frame.Span, record.Ordinal, record.Ordinal * 3, "another log")).ToList();
        merged[1][60] ^= 0x10;
        File.WriteAllBytes(_directory.Segments[0], [.. merged.SelectMany(frame => frame)]);

        var opened = Should.Throw<CorruptLogException>(() => InferenceLogWriter.Open(_directory.Path));

        opened.Offset.ShouldBe(merged[0].Length);
        new FileInfo(_directory.Segments[0]).Length.ShouldBe(merged.Sum(frame => frame.Length), "nothing is cut from a damaged log");
    }

    [Fact]
    public void A_damaged_record_is_no_torn_tail_when_a_record_of_any_kind_follows()
    {
        LogRecord[] all =
        [
            new HistoryBatch(3, 3, [], [], Complete: true), LogDirectory.Batch(3, 0), new OutcomeBatch([1], [1]),
            new ModelChange(3, 2, 0, 1, "a", 0, 0), new AcceptedData(3, "duration_ms", "accept-1"),
        ];

        foreach (var next in all)
        {
            byte[] frame = WrittenFrame.Of(LogDirectory.Batch(0, 3)), behind = WrittenFrame.Of(next, ordinal: 1, row: 3);
            frame[60] ^= 1;
            File.WriteAllBytes(Path.Combine(_directory.Path, $"{0:D20}.log"), [.. frame, .. behind]);

            Should.Throw<CorruptLogException>(() => InferenceLogWriter.Open(_directory.Path), next.GetType().Name);
        }
    }

    [Fact]
    public void A_damaged_end_of_a_closed_segment_is_no_torn_tail()
    {
        using (var writer = InferenceLogWriter.Open(_directory.Path, new InferenceLogOptions { SegmentBytes = 400 }))
        {
            for (var i = 0; i < 8; i++) writer.AppendPredictions(LogDirectory.Batch(3 * i, 3));
        }

        var closed = _directory.Segments[0];
        File.WriteAllBytes(closed, File.ReadAllBytes(closed)[..^1]);

        Should.Throw<CorruptLogException>(() => _directory.ReadAll()).File.ShouldBe(closed);
    }

    [Fact]
    public void A_segment_that_lost_its_only_record_still_knows_its_row()
    {
        using (var writer = InferenceLogWriter.Open(_directory.Path, new InferenceLogOptions { SegmentBytes = 1 }))
        {
            writer.AppendPredictions(LogDirectory.Batch(0, 3));
            writer.AppendPredictions(LogDirectory.Batch(3, 3));
        }

        File.WriteAllBytes(_directory.Segments[1], [1, 2, 3]);

        using var again = InferenceLogWriter.Open(_directory.Path);
        (again.NextOrdinal, again.NextRow).ShouldBe((1, 3));
    }

    private (byte[] Whole, int LastFrame) ThreeBatches()
    {
        using (var writer = InferenceLogWriter.Open(_directory.Path))
        {
            for (var i = 0; i < 3; i++) writer.AppendPredictions(LogDirectory.Batch(3 * i, 3));
        }

        var whole = File.ReadAllBytes(_directory.Segments[0]);
        var second = FrameBytes(whole, 0);
        return (whole, second + FrameBytes(whole, second));
    }

    private static int FrameBytes(byte[] segment, int at) => 8 + BinaryPrimitives.ReadInt32LittleEndian(segment.AsSpan(at));
}
