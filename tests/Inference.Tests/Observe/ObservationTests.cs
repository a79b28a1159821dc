using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Inference.Tests.Observe;

public sealed class ObservationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_another_system_answered_stands_in_the_log_and_takes_outcomes_by_id()
    {
        await using var house = await ObservingAsync();

        using var taken = await house.PostAsync("/v1/observations", Body("2026-05", [0.25, 0.75], more: ""","eventTimes":["1970-01-01T00:00:02Z",null]"""));
        using var outcome = await house.PostAsync("/v1/outcomes", """{"outcomes":[{"id":"p-11","label":1}]}""");

        var answer = (await taken.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;
        answer["predictions"]!.AsArray().Select(row => row!["id"]!.GetValue<string>()).ShouldBe(["p-10", "p-11"]);
        outcome.IsSuccessStatusCode.ShouldBeTrue();
        var batch = house.ReadLog().OfType<PredictionBatch>().Single();
        (batch.FirstRow, batch.ModelVersion).ShouldBe((10, 1));
        batch.Scores.ShouldBe([0.25, 0.75]);
        batch.Features.ShouldBe([.. SongWorld.Row(1, 0), .. SongWorld.Row(1, 1)]);
        batch.EventTimes.ShouldBe([2_000, EventTime.Unknown]);
        house.ReadLog().OfType<OutcomeBatch>().Single().Rows.ShouldBe([11]);
    }

    [Fact]
    public async Task Another_version_is_a_change_of_model_and_one_that_comes_back_keeps_its_number()
    {
        await using var house = await ObservingAsync();

        foreach (var version in new[] { "a", "a", "b", "a" })
            (await house.PostAsync("/v1/observations", Body(version, [0.5]))).EnsureSuccessStatusCode();

        var log = house.ReadLog();
        log.OfType<ModelChange>().Select(change => (change.Row, change.ChampionVersion, change.ReleaseSequence)).ShouldBe([(10, 1, 1), (12, 2, 2), (13, 1, 3)]);
        log.OfType<ModelChange>().Select(change => (change.TrainedFromRow, change.TrainedToRow)).ShouldBe([(0, 10), (2, 12), (3, 13)]);
        log.OfType<PredictionBatch>().Select(batch => batch.ModelVersion).ShouldBe([1, 1, 2, 1]);
    }

    [Fact]
    public async Task A_repeated_request_is_answered_as_before_and_one_with_other_scores_or_another_version_is_refused()
    {
        await using var house = await ObservingAsync();
        const string named = ""","requestId":"batch-1" """;

        using var first = await house.PostAsync("/v1/observations", Body("a", [0.5], more: named));
        using var again = await house.PostAsync("/v1/observations", Body("a", [0.5], more: named));
        using var otherScore = await house.PostAsync("/v1/observations", Body("a", [0.6], more: named));
        using var otherVersion = await house.PostAsync("/v1/observations", Body("b", [0.5], more: named));

        (await again.Content.ReadAsStringAsync(Cancellation)).ShouldBe(await first.Content.ReadAsStringAsync(Cancellation));
        otherScore.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        otherVersion.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        house.ReadLog().OfType<PredictionBatch>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_restart_remembers_versions_and_requests()
    {
        await using var before = await ObservingAsync();
        (await before.PostAsync("/v1/observations", Body("a", [0.5], more: ""","requestId":"batch-1" """))).EnsureSuccessStatusCode();
        (await before.PostAsync("/v1/observations", Body("b", [0.5]))).EnsureSuccessStatusCode();

        await using var after = await before.RestartAsync(settings: ("Model:Served", "elsewhere"));
        (await after.PostAsync("/v1/observations", Body("a", [0.5], more: ""","requestId":"batch-1" """))).EnsureSuccessStatusCode();
        (await after.PostAsync("/v1/observations", Body("a", [0.5]))).EnsureSuccessStatusCode();

        after.ReadLog().OfType<PredictionBatch>().Select(batch => batch.ModelVersion).ShouldBe([1, 2, 1]);
    }

    [Theory]
    [InlineData("", "body")]
    [InlineData("[]", "body")]
    [InlineData("""{"instances":[SONG],"scores":[0.5]}""", "modelVersion")]
    [InlineData("""{"modelVersion":"","instances":[SONG],"scores":[0.5]}""", "modelVersion")]
    [InlineData("""{"modelVersion":7,"instances":[SONG],"scores":[0.5]}""", "modelVersion")]
    [InlineData("""{"modelVersion":"a","scores":[0.5]}""", "instances")]
    [InlineData("""{"modelVersion":"a","instances":[],"scores":[]}""", "instances")]
    [InlineData("""{"modelVersion":"a","instances":[{"tempo":1}],"scores":[0.5]}""", "instances[0].energy")]
    [InlineData("""{"modelVersion":"a","instances":[SONG]}""", "scores")]
    [InlineData("""{"modelVersion":"a","instances":[SONG],"scores":[]}""", "scores")]
    [InlineData("""{"modelVersion":"a","instances":[SONG],"scores":[1.5]}""", "scores[0]")]
    [InlineData("""{"modelVersion":"a","instances":[SONG],"scores":[null]}""", "scores[0]")]
    [InlineData("""{"modelVersion":"a","instances":[SONG],"scores":[0.5],"scores":[0.5]}""", "scores")]
    [InlineData("""{"modelVersion":"a","instances":[SONG],"scores":[0.5],"eventTimes":["now"]}""", "eventTimes[0]")]
    [InlineData("""{"modelVersion":"a","instances":[SONG],"scores":[0.5],"label":[1]}""", "label")]
    [InlineData("""{"modelVersion":"a","instances":[SONG],"scores":[0.5""", "scores")]
    public async Task What_is_wrong_is_refused_by_name_and_changes_nothing(string body, string field)
    {
        await using var house = await ObservingAsync();
        var before = house.ReadLog().Count;

        using var answer = await house.PostAsync("/v1/observations", body.Replace("SONG", Song(0), StringComparison.Ordinal));

        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest, text);
        JsonNode.Parse(text)!["errors"]!.AsObject().ContainsKey(field).ShouldBeTrue(text);
        house.ReadLog().Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_fleet_that_serves_takes_no_observations_and_one_that_observes_predicts_nothing()
    {
        await using var serving = await InferenceHouse.ServingAsync();
        await using var observing = await ObservingAsync();
        await using var empty = await InferenceHouse.StartAsync(settings: ("Model:Served", "elsewhere"));

        using var observed = await serving.PostAsync("/v1/observations", Body("a", [0.5]));
        using var predicted = await observing.PostAsync("/v1/predictions", $$"""{"instance":{{Song(0)}}}""");
        using var early = await empty.PostAsync("/v1/observations", Body("a", [0.5]));

        observed.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        predicted.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await predicted.Content.ReadAsStringAsync(Cancellation)).ShouldContain("/v1/observations");
        early.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await early.Content.ReadAsStringAsync(Cancellation)).ShouldContain("/v1/history");
    }

    [Fact]
    public async Task Answers_out_of_more_than_two_classes_are_refused_with_the_mend()
    {
        await using var house = await InferenceHouse.StartAsync(settings: ("Model:Served", "elsewhere"));
        const string schema = """{"formatVersion":1,"task":"multiclass-classification","classes":["ch","de","fr"],"label":"country","features":[{"name":"x","kind":"numeric","nullable":false}]}""";
        (await house.PostAsync("/v1/history", $$"""{"schema":{{schema}},"instances":[{"x":1},{"x":2},{"x":3}],"labels":["ch","de","fr"],"complete":true}""")).EnsureSuccessStatusCode();

        using var refused = await house.PostAsync("/v1/observations", """{"modelVersion":"a","instances":[{"x":1}],"scores":[0.5]}""");

        refused.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await refused.Content.ReadAsStringAsync(Cancellation)).ShouldContain("has 3 classes");
        house.ReadLog().OfType<PredictionBatch>().ShouldBeEmpty();
    }

    private static async Task<InferenceHouse> ObservingAsync()
    {
        var house = await InferenceHouse.StartAsync(settings: ("Model:Served", "elsewhere"));
        (await house.PostAsync("/v1/history", SongWorld.History(10))).EnsureSuccessStatusCode();
        return house;
    }

    private static string Body(string version, double[] scores, string more = "") => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"modelVersion":"{{version}}","instances":[{{string.Join(',', scores.Select((_, i) => Song(i)))}}],"scores":[{{string.Join(',', scores.Select(score => score.ToString(CultureInfo.InvariantCulture)))}}]{{more}}}""");

    private static string Song(int row) => SongWorld.Song(SongWorld.Row(1, row)).ToJsonString();
}
