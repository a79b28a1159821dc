using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning;

namespace MonitoringDemo.Inference.Tests.Predict;

public sealed class HotSwapTests
{
    [Fact]
    public async Task Models_change_under_load_and_every_answer_is_scored_by_the_version_it_names()
    {
        await using var house = await InferenceHouse.ServingAsync();
        IModel[] models = [SongWorld.Model(1), SongWorld.Model(2), SongWorld.Model(3)];
        var references = models.Select((model, i) => house.Register(i + 1, model)).ToArray();
        using var swapped = new CancellationTokenSource();

        var clients = Enumerable.Range(0, 4).Select(client => Task.Run(() => Client(house, models, (ulong)client + 10, swapped.Token))).ToArray();
        for (var sequence = 2; sequence <= 41; sequence++)
            await house.ReleaseAsync(sequence, references[sequence % 3], sequence % 2 == 0 ? references[(sequence + 1) % 3] : null);
        await swapped.CancelAsync();
        var served = (await Task.WhenAll(clients)).Sum();

        var log = house.ReadLog();
        ShouldServeWhatTheChangesSay(log);
        log.OfType<PredictionBatch>().Sum(batch => batch.Count).ShouldBe(served);
        log.OfType<ModelChange>().Count().ShouldBe(41);
        house.Said.Loaded.Count.ShouldBe(41);
        house.Said.Failed.ShouldBeEmpty();
    }

    private static async Task<int> Client(InferenceHouse house, IModel[] models, ulong seed, CancellationToken stop)
    {
        var served = 0;
        var request = SongWorld.Request(20, out var rows, seed);
        do
        {
            var answer = await house.PredictAsync(request);
            var model = models[answer["modelVersion"]!.GetValue<int>() - 1];
            answer["predictions"]!.AsArray().Select(p => p!["score"]!.GetValue<double>()).ShouldBe(rows.Select(row => model.Score(row)));
            served += rows.Length;
        }
        while (!stop.IsCancellationRequested);

        return served;
    }

    private static void ShouldServeWhatTheChangesSay(List<LogRecord> log)
    {
        var (nextRow, champion, shadow) = (0L, 0, 0);
        foreach (var record in log)
        {
            record.AtRow.ShouldBe(nextRow);
            switch (record)
            {
                case HistoryBatch history:
                    nextRow += history.Count;
                    break;
                case ModelChange change:
                    (champion, shadow) = (change.ChampionVersion, change.ShadowVersion);
                    break;
                case PredictionBatch batch:
                    (batch.FirstRow, batch.ModelVersion, batch.ShadowVersion).ShouldBe((nextRow, champion, shadow));
                    nextRow += batch.Count;
                    break;
            }
        }
    }
}
