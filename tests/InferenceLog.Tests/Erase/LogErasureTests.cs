using Microsoft.Extensions.Time.Testing;
using MonitoringDemo.InferenceLog.Erase;
using MonitoringDemo.InferenceLog.Segments;

namespace MonitoringDemo.InferenceLog.Tests.Erase;

public sealed class LogErasureTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("erase-").FullName;

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private List<LogRecord> Records()
    {
        var records = new List<LogRecord>();
        using var reader = InferenceLogReader.Open(_directory, truncated: TruncatedReads.Skip);
        while (reader.TryRead(out var record)) records.Add(record);
        return records;
    }

    /// <summary>History, requests of one row and of two, a canary's, outcomes; several segments, and one record from another log.</summary>
    private void Write()
    {
        using var writer = InferenceLogWriter.Open(_directory, new InferenceLogOptions { SegmentBytes = 300 });
        writer.AppendHistory(new HistoryBatch(0, 2, [7, 1, 42.5, 2, 8, 3], [0, 1, 1], Complete: true) { EventTimes = [10, 20, 30] });
        writer.AppendPredictions(new PredictionBatch(3, 2, [42.5, 4], 1, [0.9], [0.8], 2, [0.7], "anfrage-ü", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01") { EventTimes = [40] });
        writer.AppendPredictions(new PredictionBatch(4, 2, [1, 5, 42.5, 6], 1, [0.1, 0.2], [0.3, 0.4], 0, [], "of two", null));
        writer.AppendOutcomes(new OutcomeBatch([3, 4], [1, 0]));
        writer.AppendPredictions(new PredictionBatch(6, 2, [42.5, 7], 2, [0.6], [0.5], 1, [double.NaN], "canary", null) { ByCanary = true, EventTimes = [60] });
        var merged = new PredictionBatch(7, 2, [42.5, 8], 1, [0.25], [0.25], 0, [], "elsewhere", null);
        using var other = new TemporaryLog(merged with { FirstRow = 0 });
        writer.AppendFrame(LogFrames.Merged(other.Frame, writer.NextOrdinal, 7, "other"));
    }

    [Fact]
    public void A_subject_is_found_by_request_by_value_and_by_row()
    {
        Write();

        IReadOnlyList<long>[] found = [LogErasure.Find(_directory, new SubjectKey(RequestId: "of two")), LogErasure.Find(_directory, new SubjectKey(Feature: 0, Value: 42.5)), LogErasure.Find(_directory, new SubjectKey(Row: 2)), LogErasure.Find(_directory, new SubjectKey(Feature: 9, Value: 1))];

        found.Select(rows => string.Join(" ", rows)).ShouldBe(["4 5", "1 3 5 6 7", "2", ""]);
        LogErasure.LogsBelow(Path.GetDirectoryName(_directory)!).ShouldContain(_directory);
    }

    [Fact]
    public void What_rows_said_is_gone_and_the_log_is_else_what_it_was()
    {
        Write();
        var (before, sizes) = (Records(), Sizes());

        LogErasure.Erase(_directory, LogErasure.Find(_directory, new SubjectKey(Feature: 0, Value: 42.5)).ToHashSet());

        var after = Records();
        Sizes().ShouldBe(sizes);
        after.Select(record => (record.Ordinal, record.Time, record.AtRow, record.Position, Type: record.GetType())).ShouldBe(before.Select(record => (record.Ordinal, record.Time, record.AtRow, record.Position, Type: record.GetType())));
        var (history, one, two, canary, merged) = ((HistoryBatch)after[0], (PredictionBatch)after[1], (PredictionBatch)after[2], (PredictionBatch)after[4], (PredictionBatch)after[5]);
        history.Features.ShouldBe([7, 1, double.NaN, double.NaN, 8, 3]);
        (history.Labels, history.EventTimes).ShouldSatisfyAllConditions(left => left.Labels.ShouldBe([0, 1, 1]), left => left.EventTimes.ShouldBe([10, EventTime.Unknown, 30]));
        (one.RequestId, one.TraceParent, one.Scores[0], one.StaticScores[0], one.ShadowScores[0], one.EventTimes[0]).ShouldBe((new string('*', 10), new string('*', 55), 0.5, 0.5, 0.5, EventTime.Unknown));
        (two.RequestId, two.Scores[0], two.Scores[1]).ShouldBe(("of two", 0.1, 0.5), "the other row of the request is somebody else's");
        two.Features.ShouldBe([1, 5, double.NaN, double.NaN]);
        (canary.ByCanary, canary.RequestId, merged.RequestId).ShouldBe((true, "******", "*********"));
        ((OutcomeBatch)after[3]).Rows.ShouldBe([3, 4]);
        LogErasure.Find(_directory, new SubjectKey(Feature: 0, Value: 42.5)).ShouldBeEmpty();
        Bytes().AsSpan().IndexOf(BitConverter.GetBytes(42.5)).ShouldBe(-1);
    }

    [Fact]
    public void Where_somebody_writes_nothing_is_erased()
    {
        Write();
        using var writer = InferenceLogWriter.Open(_directory);

        Should.Throw<LogInUseException>(() => LogErasure.Erase(_directory, new HashSet<long> { 1 }));

        LogErasure.Find(_directory, new SubjectKey(Row: 1)).ShouldBe([1]);
        ((HistoryBatch)Records()[0]).Features[2].ShouldBe(42.5);
    }

    [Fact]
    public void Rows_older_than_they_are_kept_go_and_the_newest_segments_stay()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var options = new InferenceLogOptions { RetainFor = TimeSpan.FromDays(8), Clock = clock };
        using (var writer = InferenceLogWriter.Open(_directory, options))
        {
            for (var hour = 0; hour < 40 * 24; hour++)
            {
                writer.AppendHistory(new HistoryBatch(hour, 1, [hour], [0], Complete: false));
                clock.Advance(TimeSpan.FromHours(1));
            }
        }

        var kept = Records().Select(record => (int)record.AtRow).ToList();
        clock.Advance(TimeSpan.FromDays(100));
        InferenceLogWriter.Open(_directory, options).Dispose();

        kept[^1].ShouldBe(959);
        (kept[0] / 24.0).ShouldBeInRange(40 - (8 * 1.27), 40 - 8);
        SegmentFiles.List(_directory).Count.ShouldBe(2, "a restart may need both");
    }

    private List<long> Sizes() => [.. SegmentFiles.List(_directory).Select(segment => new FileInfo(SegmentFiles.PathOf(_directory, segment)).Length)];

    private byte[] Bytes() => [.. SegmentFiles.List(_directory).SelectMany(segment => File.ReadAllBytes(SegmentFiles.PathOf(_directory, segment)))];

    /// <summary>The bytes of a record as another log wrote it.</summary>
    private sealed class TemporaryLog : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("other-").FullName;

        public TemporaryLog(PredictionBatch batch)
        {
            using (var writer = InferenceLogWriter.Open(_folder)) writer.AppendPredictions(batch);
            Frame = File.ReadAllBytes(SegmentFiles.PathOf(_folder, 0));
        }

        public byte[] Frame { get; }

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
