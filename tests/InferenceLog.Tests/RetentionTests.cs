namespace MonitoringDemo.InferenceLog.Tests;

public sealed class RetentionTests : IDisposable
{
    private static readonly InferenceLogOptions Small = new() { SegmentBytes = 1_000, RetainBytes = 5_000 };
    private readonly LogDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void The_oldest_segments_go_whole_and_the_log_stays_within_its_size()
    {
        using var writer = InferenceLogWriter.Open(_directory.Path, Small);

        for (var i = 0; i < 200; i++) writer.AppendPredictions(LogDirectory.Batch(3 * i, 3));

        _directory.Segments.Sum(segment => new FileInfo(segment).Length).ShouldBeLessThan(Small.RetainBytes + Small.SegmentBytes);
        var records = _directory.ReadAll(truncated: TruncatedReads.Skip);
        records[0].AtRow.ShouldBe(writer.FirstRow);
        records[^1].Ordinal.ShouldBe(199);
        records.Select(record => record.Ordinal).ShouldBe(records.Select((_, i) => records[0].Ordinal + i));
    }

    [Fact]
    public void A_restart_knows_its_rows_when_their_beginning_is_gone()
    {
        long firstRow;
        using (var writer = InferenceLogWriter.Open(_directory.Path, Small))
        {
            for (var i = 0; i < 200; i++) writer.AppendPredictions(LogDirectory.Batch(3 * i, 3));
            firstRow = writer.FirstRow;
        }

        using var again = InferenceLogWriter.Open(_directory.Path, Small);

        firstRow.ShouldBeGreaterThan(0);
        (again.FirstRow, again.NextRow, again.NextOrdinal).ShouldBe((firstRow, 600, 200));
    }

    [Fact]
    public void A_reader_that_was_too_slow_is_told_where_it_can_go_on()
    {
        using var reader = InferenceLogReader.Open(_directory.Path);
        using var writer = InferenceLogWriter.Open(_directory.Path, Small);
        writer.AppendPredictions(LogDirectory.Batch(0, 3));
        reader.TryRead(out _).ShouldBeTrue();

        for (var i = 1; i < 200; i++) writer.AppendPredictions(LogDirectory.Batch(3 * i, 3));

        // What it has open it may still read; then the hole.
        var gone = Should.Throw<LogTruncatedException>(() =>
        {
            while (reader.TryRead(out _))
            {
            }
        });
        _directory.ReadAll(gone.FirstAvailableOrdinal)[^1].Ordinal.ShouldBe(199);
    }

    [Fact]
    public void A_reader_may_skip_what_is_gone()
    {
        using var reader = InferenceLogReader.Open(_directory.Path, truncated: TruncatedReads.Skip);
        using var writer = InferenceLogWriter.Open(_directory.Path, Small);
        for (var i = 0; i < 200; i++) writer.AppendPredictions(LogDirectory.Batch(3 * i, 3));

        reader.TryRead(out var first).ShouldBeTrue();

        first!.AtRow.ShouldBe(writer.FirstRow);
    }
}
