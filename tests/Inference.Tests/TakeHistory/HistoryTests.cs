using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.Inference.Tests.TakeHistory;

public sealed class HistoryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task History_establishes_the_schema_and_stands_in_the_log_with_its_labels()
    {
        await using var house = await InferenceHouse.StartAsync();

        using var first = await house.PostAsync("/v1/history", SongWorld.History(30, complete: false));
        using var second = await house.PostAsync("/v1/history", SongWorld.History(20, complete: true, more: ""","firstRow":30"""));

        var reply = (await second.Content.ReadFromJsonAsync<JsonNode>(Cancellation))!;
        (reply["firstRow"]!.GetValue<long>(), reply["nextRow"]!.GetValue<long>(), reply["complete"]!.GetValue<bool>()).ShouldBe((30, 50, true));
        var batches = house.ReadLog().Cast<HistoryBatch>().ToList();
        batches.Select(batch => (batch.FirstRow, batch.Count, batch.Complete)).ShouldBe([(0, 30, false), (30, 20, true)]);
        batches[0].Features.ShouldBe(Enumerable.Range(0, 30).SelectMany(i => SongWorld.Row(1, i)));
        batches[0].Labels.Distinct().Count().ShouldBe(2);
        using var reader = InferenceLogReader.Open(house.Log);
        System.Text.Encoding.UTF8.GetString(reader.Schema.Span).ShouldBe(SongWorld.SchemaText);
    }

    [Fact]
    public async Task History_may_tell_when_it_happened()
    {
        await using var house = await InferenceHouse.StartAsync();

        using var taken = await house.PostAsync("/v1/history", SongWorld.History(2, complete: false, more: ""","eventTimes":["1970-01-01T00:00:02Z",null]"""));
        using var refused = await house.PostAsync("/v1/history", SongWorld.History(2, more: ""","eventTimes":["1970-01-01T00:00:02Z"]"""));

        taken.IsSuccessStatusCode.ShouldBeTrue();
        await ShouldRefuse(refused, HttpStatusCode.BadRequest, "eventTimes");
        house.ReadLog().OfType<HistoryBatch>().Single().EventTimes.ShouldBe([2_000, EventTime.Unknown]);
    }

    [Fact]
    public async Task History_ends_when_it_is_complete_and_with_the_first_model_at_the_latest()
    {
        await using var complete = await InferenceHouse.StartAsync();
        (await complete.PostAsync("/v1/history", SongWorld.History(5))).EnsureSuccessStatusCode();
        await using var serving = await InferenceHouse.ServingAsync();

        using var afterComplete = await complete.PostAsync("/v1/history", SongWorld.History(5));
        using var afterModel = await serving.PostAsync("/v1/history", SongWorld.History(5));

        await ShouldRefuse(afterComplete, HttpStatusCode.Conflict, "complete");
        await ShouldRefuse(afterModel, HttpStatusCode.Conflict, "instances");
    }

    [Fact]
    public async Task Another_schema_or_a_gap_conflicts_with_what_is_there()
    {
        await using var house = await InferenceHouse.StartAsync();
        (await house.PostAsync("/v1/history", SongWorld.History(5, complete: false))).EnsureSuccessStatusCode();

        using var gap = await house.PostAsync("/v1/history", SongWorld.History(5, more: ""","firstRow":6"""));
        using var schema = await house.PostAsync("/v1/history", """{"schema":{"formatVersion":1,"task":"binary-classification","label":"hit","features":[{"name":"a","kind":"numeric","nullable":false}]},"instances":[{"a":1}],"labels":[1]}""");

        await ShouldRefuse(gap, HttpStatusCode.Conflict, "firstRow");
        JsonNode.Parse(await gap.Content.ReadAsStringAsync(Cancellation))!["nextRow"]!.GetValue<long>().ShouldBe(5);
        await ShouldRefuse(schema, HttpStatusCode.Conflict, "schema");
        house.ReadLog().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("", "body")]
    [InlineData("[]", "body")]
    [InlineData("""{"instances":[],"labels":[]}""", "schema")]
    [InlineData("""{"schema":{},"instances":[],"labels":[]}""", "schema")]
    [InlineData("""{"schema":{"formatVersion":1,"task":"binary-classification","label":"hit","features":[{"name":"key","kind":"categorical","categories":["1","1"],"nullable":false}]},"instances":[{"key":"1"}],"labels":[1]}""", "schema")]
    [InlineData("""{"schema":"S","instances":[],"labels":[]}""", "schema")]
    [InlineData("""{"schema":SCHEMA,"labels":[]}""", "instances")]
    [InlineData("""{"schema":SCHEMA,"instances":[]}""", "labels")]
    [InlineData("""{"schema":SCHEMA,"instances":[{"tempo":1}],"labels":[1]}""", "instances[0].energy")]
    [InlineData("""{"schema":SCHEMA,"instances":[SONG],"labels":[]}""", "labels")]
    [InlineData("""{"schema":SCHEMA,"instances":[SONG],"labels":[2]}""", "labels[0]")]
    [InlineData("""{"schema":SCHEMA,"instances":[SONG,SONG],"labels":[0,true]}""", "labels[1]")]
    [InlineData("""{"schema":SCHEMA,"instances":[SONG],"labels":[1],"label":"flop"}""", "label")]
    [InlineData("""{"schema":SCHEMA,"instances":[SONG],"labels":[1],"complete":"yes"}""", "complete")]
    [InlineData("""{"schema":SCHEMA,"instances":[SONG],"labels":[1],"firstRow":-1}""", "firstRow")]
    [InlineData("""{"schema":SCHEMA,"instances":[SONG],"labels":[1],"labels":[1]}""", "labels")]
    [InlineData("""{"schema":SCHEMA,"instances":[SONG],"labels":[1],"outcomes":[]}""", "outcomes")]
    public async Task Malformed_history_is_refused_by_name_and_changes_nothing(string body, string field)
    {
        await using var house = await InferenceHouse.StartAsync();

        using var answer = await house.PostAsync("/v1/history", body
            .Replace("SCHEMA", SongWorld.SchemaText, StringComparison.Ordinal)
            .Replace("SONG", SongWorld.Song(SongWorld.Row(1, 1)).ToJsonString(), StringComparison.Ordinal));

        await ShouldRefuse(answer, HttpStatusCode.BadRequest, field);
        house.ReadLog().ShouldBeEmpty();
        File.Exists(Path.Combine(house.Log, "schema.json")).ShouldBeFalse();
    }

    private static async Task ShouldRefuse(HttpResponseMessage answer, HttpStatusCode status, string field)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        answer.StatusCode.ShouldBe(status, text);
        JsonNode.Parse(text)!["errors"]!.AsObject().ContainsKey(field).ShouldBeTrue(text);
    }
}
