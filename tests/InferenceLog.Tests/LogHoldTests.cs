namespace MonitoringDemo.InferenceLog.Tests;

public sealed class LogHoldTests : IDisposable
{
    private readonly LogDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void Retention_leaves_what_is_held_and_goes_on_when_it_is_let_go()
    {
        var hold = new LogHold(1_000_000);
        using var writer = Open(hold);
        Append(writer, 100);
        var held = _directory.ReadAll();

        hold.FromOrdinal = 90;
        Append(writer, 10);

        held.Count.ShouldBe(100);
        _directory.ReadAll(truncated: TruncatedReads.Skip)[0].Ordinal.ShouldBeInRange(80, 90);
        writer.FirstRow.ShouldBe(_directory.ReadAll(truncated: TruncatedReads.Skip)[0].AtRow);
    }

    [Fact]
    public void A_log_that_grows_past_the_most_that_may_be_held_loses_its_oldest_records_and_a_reader_of_frames_says_how_many()
    {
        using var writer = Open(new LogHold(10_000));
        using var frames = new InferenceLogFiles(_directory.Path).OpenFrames(0);

        Append(writer, 200);

        frames.TryRead(out _, out var first).ShouldBeTrue();
        first.ShouldBeGreaterThan(100);
        (frames.NextOrdinal, frames.EndOrdinal).ShouldBe((first + 1, 200));
        _directory.Segments.Sum(segment => new FileInfo(segment).Length).ShouldBeInRange(8_000, 11_000);
    }

    private static void Append(InferenceLogWriter writer, int batches)
    {
        for (var i = 0; i < batches; i++) writer.AppendPredictions(LogDirectory.Batch(writer.NextRow, 3));
    }

    private InferenceLogWriter Open(LogHold hold) => InferenceLogWriter.Open(_directory.Path, new InferenceLogOptions { SegmentBytes = 1_000, RetainBytes = 2_000, Hold = hold });
}
