using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Inference.Serving;
using MonitoringDemo.Inference.Tests.Serving;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Inference.Tests.Predict;

public sealed class CanaryTests
{
    private const int Requests = 200;

    private static readonly (string, string) _shipped = ("Log:Stream", "true");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_canary_answers_its_share_each_answer_names_its_version_and_the_log_says_both_scores()
    {
        await using var house = await InferenceHouse.ServingAsync();
        var canary = await ReleaseCanaryAsync(house, 0.25);

        var versions = await AskAsync(house, Requests);

        versions.Count(version => version == canary.Version).ShouldBeInRange(25, 75);
        var batches = house.ReadLog().OfType<PredictionBatch>().ToList();
        batches.Select(batch => batch.ModelVersion).ShouldBe(versions);
        batches.ShouldAllBe(batch => batch.ByCanary == (batch.ModelVersion == 2) && batch.ShadowVersion == 3 - batch.ModelVersion);
        var (first, second) = (SongWorld.Model(1), SongWorld.Model(2));
        batches.Select(batch => batch.Scores[0]).ShouldBe(batches.Select(batch => (batch.ByCanary ? second : first).Score(batch.Features)));
        batches.Select(batch => batch.ShadowScores[0]).ShouldBe(batches.Select(batch => (batch.ByCanary ? first : second).Score(batch.Features)));
    }

    [Fact]
    public async Task Processes_that_never_heard_of_each_other_agree_on_who_is_in_the_canary()
    {
        await using var one = await InferenceHouse.ServingAsync(settings: _shipped);
        await using var other = await InferenceHouse.ServingAsync(settings: _shipped);
        await ReleaseCanaryAsync(one, 0.25);
        await ReleaseCanaryAsync(other, 0.25);

        var versions = await AskAsync(one, Requests);
        var others = await AskAsync(other, Requests);

        others.ShouldBe(versions);
        versions.Distinct().Order().ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_repeated_request_gets_its_first_answer_after_the_canary_was_taken_back_and_after_a_restart()
    {
        var house = await InferenceHouse.ServingAsync();
        var canary = await ReleaseCanaryAsync(house, 0.25);
        var versions = await AskAsync(house, 40);
        var name = $"r-{versions.IndexOf(canary.Version)}";
        var first = await house.PredictAsync(SongWorld.Request(1, out _, requestId: name));
        await house.ReleaseAsync(3, house.Register(1, SongWorld.Model(1)));

        var repeated = await house.PredictAsync(SongWorld.Request(1, out _, requestId: name));
        await using var again = await house.RestartAsync();
        var afterRestart = await again.PredictAsync(SongWorld.Request(1, out _, requestId: name));

        first["modelVersion"]!.GetValue<int>().ShouldBe(2);
        (repeated.ToJsonString(), afterRestart.ToJsonString()).ShouldBe((first.ToJsonString(), first.ToJsonString()));
        (await AskAsync(again, 60, from: 100)).ShouldAllBe(version => version == 1);
    }

    [Fact]
    public async Task A_restart_goes_on_with_the_canary_and_the_next_step_takes_in_more()
    {
        var house = await InferenceHouse.ServingAsync();
        await ReleaseCanaryAsync(house, 0.05);
        var before = await AskAsync(house, Requests);

        await using var again = await house.RestartAsync();
        var after = await AskAsync(again, Requests, from: Requests);
        await ReleaseCanaryAsync(again, 0.5, sequence: 3);
        var more = await AskAsync(again, Requests, from: 2 * Requests);

        var described = await again.Http.GetFromJsonAsync<JsonNode>(new Uri("/v1/model", UriKind.Relative), Cancellation);
        (before.Contains(2), after.Contains(2)).ShouldBe((true, true));
        more.Count(version => version == 2).ShouldBeInRange(65, 135);
        described!["canaryShare"]!.GetValue<double>().ShouldBe(0.5);
        described["shadow"]!["version"]!.GetValue<int>().ShouldBe(2);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_canary_that_fails_on_a_row_fails_no_caller_and_the_log_says_where_it_failed(bool throws)
    {
        await using var house = await InferenceHouse.ServingAsync();
        var canary = await ReleaseCanaryAsync(house, 0.99);
        house.Services.GetRequiredService<ServingLog>().Change(row => Faulty(house.Services.GetRequiredService<ServingLog>().Current!, row, throws));
        var body = $$"""{"requestId":"rare","instances":[{{SongWorld.Song([100, 0.5, 0, 0]).ToJsonString()}},{{SongWorld.Song([179, 0.5, 0, 0]).ToJsonString()}}]}""";

        var rare = await house.PredictAsync(body);
        var versions = await AskAsync(house, 20);

        rare["modelVersion"]!.GetValue<int>().ShouldBe(1);
        versions.ShouldContain(canary.Version);
        var batch = house.ReadLog().OfType<PredictionBatch>().First();
        (batch.ModelVersion, batch.ShadowVersion, batch.ByCanary).ShouldBe((1, 2, false));
        batch.Scores.ShouldAllBe(score => score >= 0 && score <= 1);
        (double.IsNaN(batch.ShadowScores[0]), double.IsNaN(batch.ShadowScores[1])).ShouldBe((throws, true));
    }

    [Fact]
    public async Task The_log_says_how_long_champion_and_canary_took_where_a_canary_is_under_way_and_nowhere_else()
    {
        await using var house = await InferenceHouse.ServingAsync();
        await AskAsync(house, 3);
        await ReleaseCanaryAsync(house, 0.5);
        house.Services.GetRequiredService<ServingLog>().Change(row => Slow(house.Services.GetRequiredService<ServingLog>().Current!, row));

        await AskAsync(house, 40, from: 3);

        var batches = house.ReadLog().OfType<PredictionBatch>().ToList();
        batches[..3].ShouldAllBe(batch => batch.ScoreNanoseconds == 0 && batch.ShadowNanoseconds == 0);
        batches[3..].ShouldAllBe(batch => (batch.ByCanary ? batch.ScoreNanoseconds : batch.ShadowNanoseconds) > 1_000_000 && (batch.ByCanary ? batch.ShadowNanoseconds : batch.ScoreNanoseconds) > 0);
        batches[3..].Select(batch => batch.ByCanary).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task One_of_several_that_cannot_load_the_canary_tells_it_goes_on_with_the_champion_and_stays_ready()
    {
        await using var house = await InferenceHouse.ServingAsync(settings: [_shipped, ("Inference:MayLagFor", "00:00:00.1")]);
        var (champion, canary) = (house.Register(1, SongWorld.Model(1)), house.Register(2, SongWorld.Model(2)));
        File.WriteAllText(house.ArtifactPath(canary.Sha256, ".model"), "altered");

        await house.ReleaseAsync(2, champion, canary, canaryShare: 0.25);

        house.Said.Failed.ShouldHaveSingleItem().ShouldSatisfyAllConditions(failed => failed.Version.ShouldBe(2), failed => failed.ReleaseSequence.ShouldBe(2));
        // Longer than it may lag behind.
        var (since, asked) = (Stopwatch.GetTimestamp(), 0);
        while (Stopwatch.GetElapsedTime(since) < TimeSpan.FromSeconds(0.3)) (await AskAsync(house, 60, from: 60 * asked++)).ShouldAllBe(version => version == 1);
        using var ready = await house.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), Cancellation);
        ready.StatusCode.ShouldBe(HttpStatusCode.OK, await ready.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(-0.5)]
    [InlineData(1.5)]
    public async Task A_share_that_is_none_is_refused_and_the_champion_goes_on(double share)
    {
        await using var house = await InferenceHouse.ServingAsync();
        var (champion, canary) = (house.Register(1, SongWorld.Model(1)), house.Register(2, SongWorld.Model(2)));

        await house.ReleaseAsync(2, champion, canary, canaryShare: share);

        house.Said.Failed.ShouldHaveSingleItem().Reason.ShouldContain("above 0 and below 1");
        house.ReadLog().OfType<ModelChange>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Releases_that_come_again_or_in_another_order_end_at_the_newest_share()
    {
        await using var house = await InferenceHouse.ServingAsync();
        await ReleaseCanaryAsync(house, 0.5, sequence: 4);

        await ReleaseCanaryAsync(house, 0.05, sequence: 3);
        await ReleaseCanaryAsync(house, 0.5, sequence: 4);

        house.Services.GetRequiredService<ServingLog>().Current!.CanaryShare.ShouldBe(0.5);
        (await AskAsync(house, 100)).Count(version => version == 2).ShouldBeInRange(30, 70);
    }

    private static async Task<ModelReference> ReleaseCanaryAsync(InferenceHouse house, double share, long sequence = 2)
    {
        var (champion, canary) = (house.Register(1, SongWorld.Model(1)), house.Register(2, SongWorld.Model(2)));
        await house.ReleaseAsync(sequence, champion, canary, canaryShare: share);
        return canary;
    }

    private static ServingSnapshot Faulty(ServingSnapshot now, long row, bool throws) => now with
    {
        Row = row,
        Shadow = now.Shadow! with { Model = new FaultyModel(now.Shadow.Model, tempo => tempo > 178.5, throws) },
    };

    private static ServingSnapshot Slow(ServingSnapshot now, long row) => now with { Row = row, Shadow = now.Shadow! with { Model = new SlowModel(now.Shadow.Model, 1.5) } };

    /// <summary>The versions that answered requests of one row each.</summary>
    private static async Task<List<int>> AskAsync(InferenceHouse house, int count, int from = 0)
    {
        var versions = new List<int>();
        for (var i = from; i < from + count; i++)
            versions.Add((await house.PredictAsync(SongWorld.Request(1, out _, requestId: $"r-{i}")))["modelVersion"]!.GetValue<int>());
        return versions;
    }
}
