using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace MonitoringDemo.Inference.Tests.Predict;

public sealed class UnknownFieldTests
{
    private static readonly (string, string) s_pass = ("Inference:UnknownFields", "Pass");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_row_with_a_column_more_gets_the_answer_of_the_row_without_it_and_the_column_is_named()
    {
        await using var house = await InferenceHouse.ServingAsync(settings: s_pass);
        var song = SongWorld.Song(SongWorld.Row(1, 3));
        var more = song.DeepClone().AsObject();
        more.Insert(1, "remixes", new JsonObject { ["tempo"] = 7 });
        more["label"] = "Nero";

        var without = await house.PredictAsync(Request(song));
        var with = await house.PredictAsync(Request(more, more));
        var named = await NamedAsync(house);

        with["predictions"]!.AsArray().Select(answer => answer!["score"]!.GetValue<double>()).ShouldAllBe(score => score == without["predictions"]![0]!["score"]!.GetValue<double>());
        named.Select(column => (column!["name"]!.GetValue<string>(), column["kind"]!.GetValue<string>(), column["rows"]!.GetValue<long>())).ShouldBe([("label", "a text", 2), ("remixes", "an object", 2)]);
    }

    [Fact]
    public async Task A_misspelt_column_is_refused_all_the_same_for_the_right_one_is_missing()
    {
        await using var house = await InferenceHouse.ServingAsync(settings: s_pass);
        var song = SongWorld.Song(SongWorld.Row(1, 3));
        song.Remove("tempo");
        song["speed"] = 120;

        using var answer = await house.PostAsync("/v1/predictions", Request(song));
        var why = await answer.Content.ReadAsStringAsync(Cancellation);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        why.ShouldContain("instances[0].tempo");
        why.ShouldNotContain("instances[0].speed");
    }

    [Fact]
    public async Task Unless_it_is_set_a_column_more_is_refused_by_name()
    {
        await using var house = await InferenceHouse.ServingAsync();
        var song = SongWorld.Song(SongWorld.Row(1, 3));
        song["remixes"] = 3;

        using var answer = await house.PostAsync("/v1/predictions", Request(song));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Cancellation)).ShouldContain("instances[0].remixes");
        (await house.Http.GetFromJsonAsync<JsonNode>(new Uri("/v1/model", UriKind.Relative), Cancellation))!["unknownColumns"].ShouldBeNull();
    }

    [Fact]
    public async Task A_sender_with_a_new_name_in_every_row_fills_no_memory()
    {
        await using var house = await InferenceHouse.ServingAsync(settings: s_pass);
        var songs = Enumerable.Range(0, 100).Select(i =>
        {
            var song = SongWorld.Song(SongWorld.Row(1, i));
            song[$"column-{i:000}"] = i;
            return song;
        });

        await house.PredictAsync(Request([.. songs]));
        var named = await NamedAsync(house);

        named.Count.ShouldBe(33);
        named.Single(column => column!["name"]!.GetValue<string>() == "(others)")!["rows"]!.GetValue<long>().ShouldBe(68);
    }

    private static string Request(params JsonObject[] songs) => new JsonObject { ["instances"] = new JsonArray([.. songs.Select(song => song.DeepClone())]) }.ToJsonString();

    private static async Task<JsonArray> NamedAsync(InferenceHouse house) =>
        (await house.Http.GetFromJsonAsync<JsonNode>(new Uri("/v1/model", UriKind.Relative), Cancellation))!["unknownColumns"]!.AsArray();
}
