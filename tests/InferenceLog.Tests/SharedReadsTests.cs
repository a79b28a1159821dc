namespace MonitoringDemo.InferenceLog.Tests;

public sealed class SharedReadsTests : IDisposable
{
    private const int Batches = 40;
    private readonly LogDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Readers_that_share_see_what_is_in_the_file_across_segments()
    {
        using var writer = InferenceLogWriter.Open(_directory.Path, new InferenceLogOptions { SegmentBytes = 700 });
        using var first = InferenceLogReader.Open(_directory.Path, shares: true);
        using var second = InferenceLogReader.Open(_directory.Path, shares: true);
        List<LogRecord> bySecond = [];

        for (var i = 0; i < Batches; i++)
        {
            writer.AppendPredictions(LogDirectory.Batch(3 * i, 3));
            ReadAll(first).Count.ShouldBe(1);
            // Now one record behind, now many: taken from the other reader or from the file.
            if (i % 2 == 0 || i > Batches / 2 && i % 17 == 0) bySecond.AddRange(ReadAll(second));
        }

        bySecond.AddRange(ReadAll(second));
        var inFile = _directory.ReadAll(0).ToList();
        bySecond.Select(record => record.Ordinal).ShouldBe(inFile.Select(record => record.Ordinal));
        bySecond.Select(record => record.Position).ShouldBe(inFile.Select(record => record.Position));
        bySecond.Cast<PredictionBatch>().SelectMany(batch => batch.Features).ShouldBe(inFile.Cast<PredictionBatch>().SelectMany(batch => batch.Features));
    }

    [Fact]
    public void A_record_that_one_has_decoded_the_other_takes_over()
    {
        using var writer = InferenceLogWriter.Open(_directory.Path);
        using var first = InferenceLogReader.Open(_directory.Path, shares: true);
        using var second = InferenceLogReader.Open(_directory.Path, shares: true);
        using var alone = InferenceLogReader.Open(_directory.Path);
        writer.AppendPredictions(LogDirectory.Batch(0, 3));

        var records = new[] { first, second, alone }.Select(reader => ReadAll(reader).Single()).ToList();

        records[1].ShouldBeSameAs(records[0]);
        records[2].ShouldNotBeSameAs(records[0]);
        second.NextOrdinal.ShouldBe(1);
    }

    [Fact]
    public void Reading_goes_on_when_another_writer_takes_over()
    {
        using var reader = InferenceLogReader.Open(_directory.Path, shares: true);
        using (var writer = InferenceLogWriter.Open(_directory.Path)) writer.AppendPredictions(LogDirectory.Batch(0, 3));
        ReadAll(reader).Count.ShouldBe(1);

        using (var writer = InferenceLogWriter.Open(_directory.Path))
        {
            writer.AppendPredictions(LogDirectory.Batch(3, 3));
            writer.AppendPredictions(LogDirectory.Batch(6, 3));
            ReadAll(reader).Count.ShouldBe(2);
        }

        ReadAll(reader).ShouldBeEmpty();
    }

    private static List<LogRecord> ReadAll(InferenceLogReader reader)
    {
        List<LogRecord> records = [];
        while (reader.TryRead(out var record)) records.Add(record);
        return records;
    }
}
