using MonitoringDemo.InferenceLog.Frames;

namespace MonitoringDemo.InferenceLog.Tests;

public sealed class InferenceLogReaderTests : IDisposable
{
    private readonly LogDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void A_log_that_does_not_exist_yet_is_an_empty_one()
    {
        var path = Path.Combine(_directory.Path, "later");
        using var reader = InferenceLogReader.Open(path);

        reader.TryRead(out _).ShouldBeFalse();
        reader.HasSchema.ShouldBeFalse();

        using var writer = InferenceLogWriter.Open(path);
        reader.TryRead(out _).ShouldBeFalse();
        writer.WriteSchema("{}"u8);
        writer.AppendPredictions(LogDirectory.Batch(0, 1));
        reader.HasSchema.ShouldBeTrue();
        reader.TryRead(out var record).ShouldBeTrue();
        record.ShouldBeOfType<PredictionBatch>().Count.ShouldBe(1);
    }

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
    public async Task Readers_that_tail_see_every_record_once_and_whole_while_a_writer_writes()
    {
        const int Batches = 4000;
        var cancellation = TestContext.Current.CancellationToken;
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() => Tail(Batches, cancellation), cancellation)).ToArray();

        await Task.Run(() => Write(Batches), cancellation);
        var rows = await Task.WhenAll(readers);

        rows.ShouldAllBe(seen => seen == Enumerable.Range(0, Batches).Sum(i => (long)SizeOf(i)));
    }

    [Fact]
    public void A_reader_whose_tail_was_torn_reads_what_is_written_over_it()
    {
        using (var writer = InferenceLogWriter.Open(_directory.Path))
        {
            writer.AppendPredictions(LogDirectory.Batch(0, 3));
            writer.AppendPredictions(LogDirectory.Batch(3, 3));
        }

        var segment = _directory.Segments[0];
        File.WriteAllBytes(segment, File.ReadAllBytes(segment)[..^5]);
        using var reader = InferenceLogReader.Open(_directory.Path);
        reader.TryRead(out _).ShouldBeTrue();
        reader.TryRead(out _).ShouldBeFalse();

        using var again = InferenceLogWriter.Open(_directory.Path);
        again.AppendPredictions(LogDirectory.Batch(3, 3, requestId: "again"));

        reader.TryRead(out var record).ShouldBeTrue();
        record.ShouldBeOfType<PredictionBatch>().RequestId.ShouldBe("again");
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
    public void A_stored_ordinal_past_the_end_is_no_silent_wait()
    {
        using var writer = InferenceLogWriter.Open(_directory.Path);
        writer.AppendPredictions(LogDirectory.Batch(0, 3));

        Should.Throw<LogTruncatedException>(() => _directory.ReadAll(5)).FirstAvailableOrdinal.ShouldBe(1);
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

    private static int SizeOf(int batch) => 1 + (batch * 7 % 60);

    private void Write(int batches)
    {
        using var writer = InferenceLogWriter.Open(_directory.Path, new InferenceLogOptions { SegmentBytes = 200_000 });
        for (var i = 0; i < batches; i++) writer.AppendPredictions(LogDirectory.Batch(writer.NextRow, SizeOf(i)));
    }

    private long Tail(int batches, CancellationToken cancellation)
    {
        using var reader = InferenceLogReader.Open(_directory.Path);
        var (seen, rows) = (0, 0L);
        while (seen < batches)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!reader.TryRead(out var record))
            {
                Thread.Yield();
                continue;
            }

            var batch = record.ShouldBeOfType<PredictionBatch>();
            if (batch.Ordinal != seen || batch.FirstRow != rows || batch.Count != SizeOf(seen) || batch.Features[0] != rows + 0.25)
                throw new InvalidOperationException($"record {seen} is not what was written");

            seen++;
            rows += batch.Count;
        }

        return rows;
    }
}
