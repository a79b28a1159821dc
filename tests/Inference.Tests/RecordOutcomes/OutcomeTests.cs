using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Inference.Tests.RecordOutcomes;

public sealed class OutcomeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_label_of_a_song_counts_and_repeats_are_counted_also_after_a_restart()
    {
        var house = await InferenceHouse.ServingAsync(history: 10);
        await house.PredictAsync(SongWorld.Request(5, out _));

        var first = await Post(house, """{"outcomes":[{"id":"p-10","label":1},{"label":0,"id":"p-12"},{"id":"p-10","label":0}]}""");
        var second = await Post(house, """{"outcomes":[{"id":"p-12","label":1},{"id":"p-14","label":1}]}""");
        await using var again = await house.RestartAsync();
        var third = await Post(again, """{"outcomes":[{"id":"p-14","label":0},{"id":"p-10","label":0}]}""");

        first.ShouldBe((2, 1));
        second.ShouldBe((1, 1));
        third.ShouldBe((0, 2));
        var outcomes = again.ReadLog().OfType<OutcomeBatch>().ToList();
        outcomes.SelectMany(batch => batch.Rows).ShouldBe([10, 12, 14]);
        outcomes.SelectMany(batch => batch.Labels).ShouldBe([1, 0, 1]);
    }

    [Theory]
    [InlineData("", "body")]
    [InlineData("[]", "body")]
    [InlineData("{}", "outcomes")]
    [InlineData("""{"outcomes":[]}""", "outcomes")]
    [InlineData("""{"outcomes":{}}""", "outcomes")]
    [InlineData("""{"outcomes":[{"id":"p-10","label":1}],"more":1}""", "more")]
    [InlineData("""{"outcomes":[{"id":"p-10","label":1}],"outcomes":[]}""", "outcomes")]
    [InlineData("""{"outcomes":[{"id":"p-10","label":1},7]}""", "outcomes[1]")]
    [InlineData("""{"outcomes":[{"id":"p-10","label":1},{"id":"p-11"}]}""", "outcomes[1].label")]
    [InlineData("""{"outcomes":[{"id":"p-10","label":1},{"label":1}]}""", "outcomes[1].id")]
    [InlineData("""{"outcomes":[{"id":"p-10","label":1},{"id":"p-11","label":2}]}""", "outcomes[1].label")]
    [InlineData("""{"outcomes":[{"id":"p-10","label":1.5}]}""", "outcomes[0].label")]
    [InlineData("""{"outcomes":[{"id":"p-10","label":"1"}]}""", "outcomes[0].label")]
    [InlineData("""{"outcomes":[{"id":"p-10","label":true}]}""", "outcomes[0].label")]
    [InlineData("""{"outcomes":[{"id":"p-10","label":null}]}""", "outcomes[0].label")]
    [InlineData("""{"outcomes":[{"id":"p-10","label":[1]}]}""", "outcomes[0].label")]
    [InlineData("""{"outcomes":[{"id":10,"label":1}]}""", "outcomes[0].id")]
    [InlineData("""{"outcomes":[{"id":"10","label":1}]}""", "outcomes[0].id")]
    [InlineData("""{"outcomes":[{"id":"p-","label":1}]}""", "outcomes[0].id")]
    [InlineData("""{"outcomes":[{"id":"p--10","label":1}]}""", "outcomes[0].id")]
    [InlineData("""{"outcomes":[{"id":"p-+10","label":1}]}""", "outcomes[0].id")]
    [InlineData("""{"outcomes":[{"id":"p-010","label":1}]}""", "outcomes[0].id")]
    [InlineData("""{"outcomes":[{"id":"p-10x","label":1}]}""", "outcomes[0].id")]
    [InlineData("""{"outcomes":[{"id":"p-99999999999999999999","label":1}]}""", "outcomes[0].id")]
    [InlineData("""{"outcomes":[{"id":"p-10","label":1},{"id":"p-10","label":1},{"id":"p-15","label":1}]}""", "outcomes[2].id")]
    [InlineData("""{"outcomes":[{"id":"p-9","label":1}]}""", "outcomes[0].id")]
    [InlineData("""{"outcomes":[{"id":"p-10","id":"p-11","label":1}]}""", "outcomes[0].id")]
    [InlineData("""{"outcomes":[{"id":"p-10","label":1,"when":"now"}]}""", "outcomes[0].when")]
    [InlineData("""{"outcomes":[{"id":"p-10","label":1},""", "outcomes[0]")]
    public async Task An_outcome_of_nothing_is_refused_by_name_and_none_of_the_request_is_taken(string body, string field)
    {
        await using var house = await InferenceHouse.ServingAsync(history: 10);
        await house.PredictAsync(SongWorld.Request(5, out _));

        using var answer = await house.PostAsync("/v1/outcomes", body);

        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, text);
        JsonNode.Parse(text)!["errors"]!.AsObject().ContainsKey(field).ShouldBeTrue(text);
        house.ReadLog().OfType<OutcomeBatch>().ShouldBeEmpty();
        (await Post(house, """{"outcomes":[{"id":"p-10","label":1}]}""")).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_thousand_outcomes_are_taken_and_one_more_is_refused()
    {
        await using var house = await InferenceHouse.ServingAsync(history: 10);
        await house.PredictAsync(SongWorld.Request(1000, out _));
        await house.PredictAsync(SongWorld.Request(1, out _));

        using var tooMany = await house.PostAsync("/v1/outcomes", Outcomes(1001));
        var taken = await Post(house, Outcomes(1000));

        tooMany.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        taken.ShouldBe((1000, 0));
    }

    [Fact]
    public async Task An_outcome_of_a_song_that_retention_deleted_is_refused()
    {
        await using var house = await InferenceHouse.ServingAsync(settings: [("Inference:SegmentBytes", "2000"), ("Inference:RetainBytes", "6000")]);
        for (var i = 0; i < 20; i++) await house.PredictAsync(SongWorld.Request(10, out _));

        using var old = await house.PostAsync("/v1/outcomes", """{"outcomes":[{"id":"p-10","label":1}]}""");

        old.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Post(house, """{"outcomes":[{"id":"p-209","label":1}]}""")).ShouldBe((1, 0));
    }

    private static string Outcomes(int count)
        => $$"""{"outcomes":[{{string.Join(',', Enumerable.Range(10, count).Select(i => $$"""{"id":"p-{{i}}","label":{{i % 2}}}"""))}}]}""";

    private static async Task<(int Accepted, int Duplicates)> Post(InferenceHouse house, string body)
    {
        using var answer = await house.PostAsync("/v1/outcomes", body);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync(Cancellation));
        var reply = (await answer.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;
        return (reply["accepted"]!.GetValue<int>(), reply["duplicates"]!.GetValue<int>());
    }
}
