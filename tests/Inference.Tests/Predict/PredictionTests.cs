using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Inference.Tests.Predict;

public sealed class PredictionTests
{
    [Fact]
    public async Task Songs_are_scored_by_the_champion_numbered_and_logged()
    {
        await using var house = await InferenceHouse.ServingAsync(history: 10);
        var model = SongWorld.Model(1);

        var answer = await house.PredictAsync(SongWorld.Request(500, out var rows));
        var next = await house.PredictAsync(SongWorld.Request(1, out _, seed: 2));

        answer["model"]!.GetValue<string>().ShouldBe("hits");
        answer["modelVersion"]!.GetValue<int>().ShouldBe(1);
        var predictions = answer["predictions"]!.AsArray();
        predictions.Select(p => p!["id"]!.GetValue<string>()).ShouldBe(Enumerable.Range(10, 500).Select(i => $"p-{i}"));
        predictions.Select(p => p!["score"]!.GetValue<double>()).ShouldBe(rows.Select(row => model.Score(row)));
        predictions.ShouldAllBe(p => p!["label"]!.GetValue<int>() == (p["score"]!.GetValue<double>() >= 0.5 ? 1 : 0));
        next["predictions"]![0]!["id"]!.GetValue<string>().ShouldBe("p-510");

        var batch = house.ReadLog().OfType<PredictionBatch>().First();
        batch.Features.ShouldBe(rows.SelectMany(row => row));
        batch.Scores.ShouldBe(batch.StaticScores);
        (batch.FirstRow, batch.ModelVersion, batch.ShadowVersion).ShouldBe((10, 1, 0));
    }

    [Fact]
    public async Task One_song_may_come_alone_and_fields_in_any_order()
    {
        await using var house = await InferenceHouse.ServingAsync();

        var answer = await house.PredictAsync("""{"instance":{"mode":"minor","key":2,"energy":0.5,"tempo":1.2e2},"requestId":null}""");

        answer["predictions"]!.AsArray().Count.ShouldBe(1);
        house.ReadLog().OfType<PredictionBatch>().Single().Features.ShouldBe([120, 0.5, 2, 1]);
    }

    [Fact]
    public async Task When_songs_happened_is_logged_where_it_is_told()
    {
        await using var house = await InferenceHouse.ServingAsync();
        const string Song = """{"tempo":120,"energy":0.5,"key":"1","mode":"major"}""";

        await house.PredictAsync($$"""{"instance":{{Song}},"eventTime":"1970-01-01T01:00:01.5+01:00"}""");
        await house.PredictAsync($$"""{"eventTimes":["1969-12-31T23:59:59Z",null],"instances":[{{Song}},{{Song}}]}""");
        await house.PredictAsync($$"""{"instance":{{Song}}}""");

        house.ReadLog().OfType<PredictionBatch>().Select(batch => batch.EventTimes).ShouldBe([[1_500], [-1_000, EventTime.Unknown], []]);
    }

    [Fact]
    public async Task A_category_never_seen_and_an_allowed_null_are_values_of_their_own()
    {
        await using var house = await InferenceHouse.ServingAsync();

        await house.PredictAsync("""{"instances":[{"tempo":1,"energy":null,"key":"11","mode":"lydian"},{"tempo":1,"energy":2,"key":7.5,"mode":null}]}""");

        house.ReadLog().OfType<PredictionBatch>().Single().Features.ShouldBe([1, double.NaN, 3, 2, 1, 2, 3, double.NaN]);
    }

    [Fact]
    public async Task Before_the_first_model_the_answer_is_to_try_again()
    {
        await using var house = await InferenceHouse.StartAsync();

        using var answer = await house.PostAsync("/v1/predictions", SongWorld.Request(1, out _));

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeGreaterThan(0);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await answer.Content.ReadFromJsonAsync<JsonNode>(TestContext.Current.CancellationToken);
        problem!["nextRow"]!.GetValue<long>().ShouldBe(0);
    }

    [Fact]
    public async Task A_shadow_is_scored_on_the_same_songs_and_not_served()
    {
        await using var house = await InferenceHouse.ServingAsync();
        var (champion, shadow) = (SongWorld.Model(2), SongWorld.Model(3));
        await house.ReleaseAsync(2, house.Register(2, champion), house.Register(3, shadow));

        var answer = await house.PredictAsync(SongWorld.Request(20, out var rows));

        answer["modelVersion"]!.GetValue<int>().ShouldBe(2);
        var batch = house.ReadLog().OfType<PredictionBatch>().Single();
        batch.ShadowVersion.ShouldBe(3);
        batch.Scores.ShouldBe(rows.Select(row => champion.Score(row)));
        batch.ShadowScores.ShouldBe(rows.Select(row => shadow.Score(row)));
        batch.StaticScores.ShouldBe(rows.Select(row => SongWorld.Model(1).Score(row)));
    }
}
