using Microsoft.Extensions.Time.Testing;

namespace MonitoringDemo.InferenceLog.Tests;

public sealed class InferenceLogWriterTests : IDisposable
{
    private readonly LogDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void What_was_accepted_is_read_back_where_it_was_written()
    {
        using (var writer = InferenceLogWriter.Open(_directory.Path))
            writer.AppendAcceptedData(new AcceptedData(0, "duration_ms", "accept-1"));

        var read = _directory.ReadAll().Cast<AcceptedData>().ShouldHaveSingleItem();
        (read.Row, read.What, read.UpdateId).ShouldBe((0, "duration_ms", "accept-1"));
    }

    [Fact]
    public void Every_kind_of_record_is_read_back_as_it_was_written()
    {
        var history = new HistoryBatch(0, 2, [1, double.NaN, -0.0, double.Epsilon], [0, 1], Complete: true);
        var change = new ModelChange(2, 1, 0, 1, new string('a', 64), 0, 2);
        var batch = new PredictionBatch(2, 2, [5, 6], 1, [0.75], [0.25], 4, [0.5], "anfrage-ü", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        var outcomes = new OutcomeBatch([2], [1]);

        using (var writer = InferenceLogWriter.Open(_directory.Path))
        {
            writer.AppendHistory(history);
            writer.AppendModelChange(change);
            writer.AppendPredictions(batch);
            writer.AppendOutcomes(outcomes);
        }

        var records = _directory.ReadAll();
        records.Select(record => record.Ordinal).ShouldBe([0, 1, 2, 3]);
        records.Select(record => record.AtRow).ShouldBe([0, 2, 2, 3]);
        var readHistory = records[0].ShouldBeOfType<HistoryBatch>();
        readHistory.Features.Select(BitConverter.DoubleToInt64Bits).ShouldBe(history.Features.Select(BitConverter.DoubleToInt64Bits));
        readHistory.Labels.ShouldBe([0, 1]);
        readHistory.Complete.ShouldBeTrue();
        records[1].ShouldBe(change with { Ordinal = 1, Time = records[1].Time, AtRow = 2, Position = records[1].Position });
        var readBatch = records[2].ShouldBeOfType<PredictionBatch>();
        (readBatch.FirstRow, readBatch.ModelVersion, readBatch.ShadowVersion, readBatch.RequestId, readBatch.TraceParent)
            .ShouldBe((batch.FirstRow, batch.ModelVersion, batch.ShadowVersion, batch.RequestId, batch.TraceParent));
        readBatch.Features.ShouldBe(batch.Features);
        readBatch.Scores.ShouldBe(batch.Scores);
        readBatch.StaticScores.ShouldBe(batch.StaticScores);
        readBatch.ShadowScores.ShouldBe(batch.ShadowScores);
        records[3].ShouldBeOfType<OutcomeBatch>().Rows.ShouldBe([2]);
    }

    [Fact]
    public void Event_times_are_read_back_and_rows_without_them_have_none()
    {
        long[] times = [1_000, EventTime.Unknown, -1];
        var history = new HistoryBatch(0, 1, [1, 2, 3], [0, 1, 0], Complete: true) { EventTimes = times };

        using (var writer = InferenceLogWriter.Open(_directory.Path))
        {
            writer.AppendHistory(history);
            writer.AppendPredictions(LogDirectory.Batch(3, 3) with { EventTimes = times });
            writer.AppendPredictions(LogDirectory.Batch(6, 3));
        }

        var records = _directory.ReadAll();
        records[0].ShouldBeOfType<HistoryBatch>().EventTimes.ShouldBe(times);
        records[1].ShouldBeOfType<PredictionBatch>().EventTimes.ShouldBe(times);
        records[2].ShouldBeOfType<PredictionBatch>().EventTimes.ShouldBeEmpty();
    }

    [Fact]
    public void Rows_without_times_are_written_as_they_were_before_there_were_times()
    {
        // Format version 1, written before event times were known: ordinal 0, two rows of one feature.
        const string Old = "ZQAAAOtw4BQCAQAAAgAAAAAAAAAAAAAAAIC19/V/nwgAAAAAAAAAAAEAAAADAAAAAAAAAAEAAABy/////wAAAAAAAPg/AAAAAAAABEAAAAAAAADQPwAAAAAAAOg/AAAAAAAA4D8AAAAAAADgPw==";
        using (var writer = InferenceLogWriter.Open(_directory.Path, new InferenceLogOptions { Clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch) }))
            writer.AppendPredictions(new PredictionBatch(0, 1, [1.5, 2.5], 3, [0.25, 0.75], [0.5, 0.5], 0, [], "r", null));

        Convert.ToBase64String(File.ReadAllBytes(_directory.Segments[0])).ShouldBe(Old);
    }

    [Fact]
    public void The_importance_of_features_is_read_back_and_a_change_without_it_has_none()
    {
        var change = new ModelChange(0, 1, 0, 1, "a", 0, 0);

        using (var writer = InferenceLogWriter.Open(_directory.Path))
        {
            writer.AppendModelChange(change with { Importance = [0.75, 0.25, 0] });
            writer.AppendModelChange(change with { ChampionVersion = 2 });
        }

        _directory.ReadAll().Cast<ModelChange>().Select(read => read.Importance).ShouldBe([[0.75, 0.25, 0], []]);
    }

    [Fact]
    public void How_a_champion_did_on_held_out_rows_is_read_back_and_absent_where_it_is_not_known()
    {
        var change = new ModelChange(0, 1, 0, 1, "a", 0, 0);

        using (var writer = InferenceLogWriter.Open(_directory.Path))
        {
            writer.AppendModelChange(change with { HeldOutRows = 600, HeldOutErrors = 120 });
            writer.AppendModelChange(change with { Importance = [1, 0], HeldOutRows = 5 });
            writer.AppendModelChange(change with { Importance = [1, 0] });
        }

        _directory.ReadAll().Cast<ModelChange>().Select(read => (read.HeldOutRows, read.HeldOutErrors, read.Importance.Length)).ShouldBe([(600, 120, 0), (5, 0, 2), (0, 0, 2)]);
    }

    [Fact]
    public void A_change_without_importance_is_written_as_it_was_before_there_was_any()
    {
        // Format version 1, written before importance was known.
        const string Old = "RwAAAOFfLWIEAQAAAAAAAAAAAAAAAAAAAIC19/V/nwgAAAAAAAAAAAIAAAADAAAABwAAAAAAAAALAAAAAAAAAA0AAAAAAAAAAwAAAGFiYw==";
        using (var writer = InferenceLogWriter.Open(_directory.Path, new InferenceLogOptions { Clock = new FakeTimeProvider(DateTimeOffset.UnixEpoch) }))
            writer.AppendModelChange(new ModelChange(0, 2, 3, 7, "abc", 11, 13));

        Convert.ToBase64String(File.ReadAllBytes(_directory.Segments[0])).ShouldBe(Old);
    }

    [Fact]
    public void A_second_writer_is_refused_in_words_that_name_the_directory()
    {
        using var first = InferenceLogWriter.Open(_directory.Path);

        var refused = Should.Throw<LogInUseException>(() => InferenceLogWriter.Open(_directory.Path));

        refused.Message.ShouldContain(_directory.Path);
        refused.Message.ShouldContain("another data directory");
    }

    [Fact]
    public void Rows_have_no_gaps_and_batches_fit_themselves()
    {
        using var writer = InferenceLogWriter.Open(_directory.Path);
        writer.AppendPredictions(LogDirectory.Batch(0, 2));

        Should.Throw<ArgumentException>(() => writer.AppendPredictions(LogDirectory.Batch(3, 1))).Message.ShouldContain("next row is 2");
        Should.Throw<ArgumentException>(() => writer.AppendPredictions(LogDirectory.Batch(2, 1) with { StaticScores = [] }));
        Should.Throw<ArgumentException>(() => writer.AppendHistory(new HistoryBatch(2, 2, [1], [0], false)));
        Should.Throw<ArgumentException>(() => writer.AppendPredictions(LogDirectory.Batch(2, 2) with { EventTimes = [1] })).Message.ShouldContain("event times");
        Should.Throw<ArgumentException>(() => writer.AppendOutcomes(new OutcomeBatch([0], [])));

        _directory.ReadAll().Count.ShouldBe(1);
    }

    [Fact]
    public void A_batch_that_must_survive_loss_of_power_is_flushed()
    {
        using var writer = InferenceLogWriter.Open(_directory.Path, new InferenceLogOptions { Flush = FlushMode.EveryBatch });

        writer.AppendPredictions(LogDirectory.Batch(0, 2));

        _directory.ReadAll().Count.ShouldBe(1);
    }
}
