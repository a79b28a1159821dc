using MonitoringDemo.InferenceLog.Frames;

namespace MonitoringDemo.InferenceLog.Tests;

public sealed class InferenceLogReaderTests : IDisposable
{
    private readonly LogDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Reading_goes_on_from_a_stored_ordinal_across_segments()
    {
        using (var writer = InferenceLogWriter.Open(_directory.Path, new InferenceLogOptions { SegmentBytes = 500 }))
        {
            for (var i = 0; i < 20; i++) writer.AppendPredictions(LogDirectory.Batch(3 * i, 3));
        }

        _directory.Segments.Length.ShouldBeGreaterThan(3);
        for (var from = 0; from <= 20; from++)
            _directory.ReadAll(from).Select(record => record.Ordinal).ShouldBe(Enumerable.Range(from, 20 - from).Select(i => (long)i));
    }

    [Fact]
    public void One_record_can_be_read_again_by_its_position()
    {
        using var writer = InferenceLogWriter.Open(_directory.Path, new InferenceLogOptions { SegmentBytes = 500 });
        var positions = Enumerable.Range(0, 10).Select(i => writer.AppendPredictions(LogDirectory.Batch(3 * i, 3))).ToArray();

        foreach (var position in positions)
        {
            InferenceLogReader.TryReadAt(_directory.Path, position, out var record).ShouldBeTrue();
            (record!.Ordinal, record.AtRow, record.Position).ShouldBe((position.Ordinal, 3 * position.Ordinal, position));
        }

        InferenceLogReader.TryReadAt(_directory.Path, new LogPosition(99, 99, 0), out _).ShouldBeFalse();
    }

    [Fact]
    public void A_record_that_cannot_be_understood_is_met_again_and_never_passed_over()
    {
        using (var writer = InferenceLogWriter.Open(_directory.Path))
        {
            for (var i = 0; i < 3; i++) writer.AppendPredictions(LogDirectory.Batch(3 * i, 3));
        }

        var segment = _directory.Segments[0];
        var known = File.ReadAllBytes(segment);
        File.WriteAllBytes(segment, WithVersion(known, frame: 1, version: 9));
        using var reader = InferenceLogReader.Open(_directory.Path);
        reader.TryRead(out _).ShouldBeTrue();

        var errors = Enumerable.Range(0, 3).Select(_ => Should.Throw<NotSupportedException>(() => reader.TryRead(out var _)).Message).ToList();
        var waitedAt = reader.NextOrdinal;
        File.WriteAllBytes(segment, known);
        reader.TryRead(out var second).ShouldBeTrue();
        reader.TryRead(out var third).ShouldBeTrue();

        errors.ShouldAllBe(error => error.StartsWith("Record 1 of the inference log has format version 9;"));
        waitedAt.ShouldBe(1);
        (second!.Ordinal, second.AtRow, second.Position.Ordinal).ShouldBe((1, 3, 1));
        (third!.Ordinal, third.AtRow, third.Position.Ordinal).ShouldBe((2, 6, 2));
    }

    /// <summary>A frame as a newer program may write it: whole, and not to be understood.</summary>
    private static byte[] WithVersion(byte[] segment, int frame, byte version)
    {
        var copy = (byte[])segment.Clone();
        var from = 0;
        for (var i = 0; i < frame; i++) from += (int)FrameHeader.FrameBytes(copy.AsSpan(from));
        var bytes = copy.AsSpan(from, (int)FrameHeader.FrameBytes(copy.AsSpan(from)));
        (FrameHeader.Read(bytes) with { Version = version }).Seal(bytes);
        return copy;
    }
}
