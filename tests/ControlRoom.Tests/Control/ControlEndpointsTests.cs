using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Messages.Traffic;

namespace MonitoringDemo.ControlRoom.Tests.Control;

public sealed class ControlEndpointsTests : IAsyncLifetime
{
    private readonly ControlRoomHouse _house = new();

    public async ValueTask InitializeAsync() => await _house.StartAsync();

    public async ValueTask DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task The_scenarios_are_those_of_the_traffic()
    {
        var offers = await _house.Http.GetFromJsonAsync<JsonElement>("/v1/control/scenarios", TestContext.Current.CancellationToken);

        offers.EnumerateArray().Select(o => o.GetProperty("id").GetString()).ShouldBe(["steady", "taste-flip"]);
        offers[1].GetProperty("inShort").GetString().ShouldBe("Hits become misses");
    }

    [Fact]
    public async Task A_button_becomes_a_command()
    {
        await PostAsync("scenario", """{"id":"taste-flip"}""", HttpStatusCode.Accepted);
        await PostAsync("end", "", HttpStatusCode.Accepted);
        await PostAsync("pace", """{"songsPerSecond":0}""", HttpStatusCode.Accepted);
        await PostAsync("reset", "{}", HttpStatusCode.Accepted);
        await PostAsync("accept", """{"feature":"duration_ms","reason":"Seconds from now on"}""", HttpStatusCode.Accepted);
        await _house.QuietAsync();

        _house.Sent.Messages.ShouldContain(new StartScenario("taste-flip"));
        _house.Sent.Messages.ShouldContain(new EndScenario());
        _house.Sent.Messages.ShouldContain(new SetPace(0));
        _house.Sent.Messages.OfType<RestoreModel>().Single().Version.ShouldBe(1);
        var accepted = _house.Sent.Messages.OfType<AcceptData>().Single();
        (accepted.Feature, accepted.RequestedBy, accepted.Reason).ShouldBe(("duration_ms", "control-room", "Seconds from now on"));
    }

    [Fact]
    public async Task Two_presses_are_two_commands()
    {
        await PostAsync("scenario", """{"id":"steady"}""", HttpStatusCode.Accepted);
        await PostAsync("scenario", """{"id":"steady"}""", HttpStatusCode.Accepted);
        await _house.QuietAsync();

        _house.Sent.Messages.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("scenario", """{"id":"nope"}""", "id")]
    [InlineData("scenario", """{"id":7}""", "id")]
    [InlineData("scenario", "{}", "id")]
    [InlineData("scenario", "[]", "body")]
    [InlineData("scenario", "", "body")]
    [InlineData("scenario", "{\"id\":", "body")]
    [InlineData("scenario", """{"id":"\ud800"}""", "body")]
    [InlineData("close-alert", """{"alertId":"a","\udfff":1}""", "body")]
    [InlineData("accept", "{}", "feature")]
    [InlineData("accept", """{"feature":" "}""", "feature")]
    [InlineData("pace", """{"songsPerSecond":-1}""", "songsPerSecond")]
    [InlineData("pace", """{"songsPerSecond":100001}""", "songsPerSecond")]
    [InlineData("pace", """{"songsPerSecond":1e999}""", "songsPerSecond")]
    [InlineData("pace", """{"songsPerSecond":"fast"}""", "songsPerSecond")]
    [InlineData("pace", """{"songsPerSecond":null}""", "songsPerSecond")]
    [InlineData("pace", """{"pace":10}""", "songsPerSecond")]
    [InlineData("close-alert", """{"alertId":"nope"}""", "alertId")]
    [InlineData("close-alert", """{"alertId":7}""", "alertId")]
    public async Task What_cannot_be_done_is_refused_by_field_and_changes_nothing(string path, string body, string field)
    {
        var problem = await PostAsync(path, body, HttpStatusCode.BadRequest);

        JsonDocument.Parse(problem).RootElement.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(field);
        _house.Sent.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_canary_is_taken_back_by_restoring_the_version_that_serves()
    {
        await _house.SendAsync(new ReleaseChanged("hits", "hits-8000", 2, 8_000, Story.Model(3), Story.Model(4), ReleaseStages.Canary, "It stood its shadow.", CanaryShare: 0.05), "1");

        await PostAsync("take-back", """{"requestedBy":"anna","reason":"callers complain"}""", HttpStatusCode.Accepted);
        await _house.QuietAsync();

        var back = _house.Sent.Messages.OfType<RestoreModel>().ShouldHaveSingleItem();
        (back.Version, back.RequestedBy, back.Reason).ShouldBe((3, "anna", "callers complain"));
    }

    [Fact]
    public async Task Without_a_canary_there_is_nothing_to_take_back()
    {
        var problem = await PostAsync("take-back", "{}", HttpStatusCode.Conflict);

        problem.ShouldContain("No canary answers requests now");
        _house.Sent.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_open_alert_can_be_closed_by_a_person()
    {
        await _house.SendAsync(Story.Raised("a", 8100), "1");

        await PostAsync("close-alert", """{"alertId":"a"}""", HttpStatusCode.Accepted);
        await _house.QuietAsync();

        _house.Sent.Messages.ShouldBe([new CloseAlert("hits", "a", "the control room")]);
    }

    [Fact]
    public async Task Where_nobody_can_start_over_the_page_is_told_so_and_the_request_refused()
    {
        var controls = await _house.Http.GetFromJsonAsync<JsonElement>("/v1/control", TestContext.Current.CancellationToken);

        var refusal = await PostAsync("start-over", "{}", HttpStatusCode.Conflict);

        controls.GetProperty("canStartOver").GetBoolean().ShouldBeFalse();
        controls.GetProperty("schedule").GetBoolean().ShouldBeFalse();
        refusal.ShouldContain("empty the data directory");
    }

    [Fact]
    public async Task Where_the_host_can_start_over_it_is_asked_to()
    {
        var host = new CountingHost();
        await using var house = await new ControlRoomHouse(startOver: host).StartAsync();

        var controls = await house.Http.GetFromJsonAsync<JsonElement>("/v1/control", TestContext.Current.CancellationToken);
        using var response = await house.Http.PostAsync("/v1/control/start-over", null, TestContext.Current.CancellationToken);

        controls.GetProperty("canStartOver").GetBoolean().ShouldBeTrue();
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        host.Asked.ShouldBe(1);
    }

    [Fact]
    public async Task A_body_that_is_too_long_is_not_read_to_the_end()
    {
        await PostAsync("scenario", "{\"id\":\"" + new string('a', 10_000) + "\"}", HttpStatusCode.RequestEntityTooLarge);

        _house.Sent.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_traffic_the_list_says_what_to_do()
    {
        await using var house = await new ControlRoomHouse(withScenarios: false).StartAsync();

        var response = await house.Http.GetAsync("/v1/control/scenarios", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("ControlRoom:TrafficUrl");
    }

    private async Task<string> PostAsync(string path, string body, HttpStatusCode expected)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await _house.Http.PostAsync($"/v1/control/{path}", content, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(expected);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private sealed class CountingHost : IStartOver
    {
        public int Asked { get; private set; }

        public void Begin() => Asked++;
    }
}
