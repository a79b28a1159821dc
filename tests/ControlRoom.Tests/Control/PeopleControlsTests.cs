using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Security.People;

namespace MonitoringDemo.ControlRoom.Tests.Control;

public sealed class PeopleControlsTests : IAsyncLifetime
{
    private static readonly string s_people = PeopleText.Write([Of("olga", PersonRole.Operator), Of("ana", PersonRole.Approver), Of("ben", PersonRole.Admin)]);

    private readonly ControlRoomHouse _house = new(settings: [("MONITORINGDEMO_PEOPLE", s_people), ("MONITORINGDEMO_TOKEN", "shared")]);

    public async ValueTask InitializeAsync() => await _house.StartAsync();

    public async ValueTask DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task What_people_ask_becomes_a_command_in_the_name_of_their_token()
    {
        await PostAsync("ana", "approve", """{"version":2,"reason":"Its card was read.","requestedBy":"ben"}""", HttpStatusCode.Accepted);
        await PostAsync("ben", "refuse", """{"version":3,"reason":"It leans on one feature."}""", HttpStatusCode.Accepted);
        await PostAsync("olga", "freeze", """{"reason":"Release week.","until":"2099-01-31T08:00:00Z"}""", HttpStatusCode.Accepted);
        await PostAsync("olga", "unfreeze", """{"reason":"It is over."}""", HttpStatusCode.Accepted);
        await PostAsync("olga", "roll-back", """{"reason":"Complaints.","version":4,"to":1}""", HttpStatusCode.Accepted);
        await PostAsync("olga", "retrain", """{"reason":"New labels."}""", HttpStatusCode.Accepted);
        await PostAsync("ana", "retire", """{"version":2,"stage":"deprecated","reason":"Old.","sunset":"2099-01-31T08:00:00Z"}""", HttpStatusCode.Accepted);
        await PostAsync("olga", "accept", """{"feature":"tempo","requestedBy":"ben"}""", HttpStatusCode.Accepted);
        await _house.QuietAsync();

        var sent = _house.Sent.Messages;
        sent.OfType<JudgeVersion>().Select(judged => (judged.Version, judged.Approves, judged.RequestedBy)).ShouldBe([(2, true, "ana"), (3, false, "ben")], ignoreOrder: true);
        sent.OfType<SetFreeze>().Select(set => (set.Frozen, set.RequestedBy, set.Until?.Year)).ShouldBe([(true, "olga", 2099), (false, "olga", null)], ignoreOrder: true);
        sent.OfType<RollBackRelease>().Single().ShouldSatisfyAllConditions(back => back.Version.ShouldBe(4), back => back.To.ShouldBe(1), back => back.RequestedBy.ShouldBe("olga"));
        sent.OfType<RetrainModel>().Single().ShouldSatisfyAllConditions(retrain => retrain.RequestedBy.ShouldBe("olga"), retrain => retrain.Trainer.ShouldBeNull());
        sent.OfType<RetireVersion>().Single().ShouldSatisfyAllConditions(retire => retire.Version.ShouldBe(2), retire => retire.Stage.ShouldBe("deprecated"), retire => retire.RequestedBy.ShouldBe("ana"), retire => retire.Sunset!.Value.Year.ShouldBe(2099));
        sent.OfType<AcceptData>().Single().RequestedBy.ShouldBe("olga");
    }

    [Theory]
    [InlineData("approve", """{"reason":"a"}""", "version")]
    [InlineData("approve", """{"version":"2","reason":"a"}""", "version")]
    [InlineData("approve", """{"version":0,"reason":"a"}""", "version")]
    [InlineData("approve", """{"version":1.5,"reason":"a"}""", "version")]
    [InlineData("approve", """{"version":99999999999,"reason":"a"}""", "version")]
    [InlineData("approve", """{"version":2}""", "reason")]
    [InlineData("refuse", """{"version":2,"reason":"  "}""", "reason")]
    [InlineData("freeze", """{"reason":7}""", "reason")]
    [InlineData("freeze", """{"reason":"a\nb"}""", "reason")]
    [InlineData("freeze", """{"reason":"a","until":"soon"}""", "until")]
    [InlineData("freeze", """{"reason":"a","until":"2001-01-01T00:00:00Z"}""", "until")]
    [InlineData("freeze", """{"reason":"a","until":5}""", "until")]
    [InlineData("unfreeze", "[]", "reason")]
    [InlineData("roll-back", """{"reason":"a","version":-1}""", "version")]
    [InlineData("roll-back", """{"reason":"a","to":"1"}""", "to")]
    [InlineData("retrain", "{}", "reason")]
    [InlineData("retire", """{"reason":"a","stage":"deprecated"}""", "version")]
    [InlineData("retire", """{"version":2,"stage":"deprecated"}""", "reason")]
    [InlineData("retire", """{"version":2,"stage":"gone","reason":"a"}""", "stage")]
    [InlineData("retire", """{"version":2,"stage":"deprecated","reason":"a","sunset":"soon"}""", "sunset")]
    [InlineData("retire", """{"version":2,"stage":"archived","reason":"a","sunset":"2099-01-31T08:00:00Z"}""", "sunset")]
    public async Task What_cannot_be_done_is_refused_by_field_and_changes_nothing(string path, string body, string field)
    {
        var problem = await PostAsync("ben", path, body, HttpStatusCode.BadRequest);

        JsonDocument.Parse(problem).RootElement.GetProperty("errors").EnumerateObject().Single().Name.ShouldBe(path == "unfreeze" ? "body" : field);
        await _house.QuietAsync();
        _house.Sent.Messages.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("olga", "approve", HttpStatusCode.Forbidden)]
    [InlineData("olga", "refuse", HttpStatusCode.Forbidden)]
    [InlineData("olga", "retire", HttpStatusCode.Forbidden)]
    [InlineData(null, "approve", HttpStatusCode.Forbidden)]
    [InlineData("ana", "start-over", HttpStatusCode.Forbidden)]
    public async Task Who_may_not_is_refused(string? name, string path, HttpStatusCode expected)
    {
        await PostAsync(name, path, """{"version":2,"reason":"a"}""", expected);

        await _house.QuietAsync();
        _house.Sent.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task Where_nobody_is_told_apart_nobody_approves_and_a_freeze_is_the_control_rooms()
    {
        await using var open = await new ControlRoomHouse().StartAsync();

        using var approve = await open.Http.PostAsync(new Uri("/v1/control/approve", UriKind.Relative), Json("""{"version":2,"reason":"a"}"""), TestContext.Current.CancellationToken);
        using var freeze = await open.Http.PostAsync(new Uri("/v1/control/freeze", UriKind.Relative), Json("""{"reason":"a"}"""), TestContext.Current.CancellationToken);
        await open.QuietAsync();

        approve.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await approve.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("MONITORINGDEMO_PEOPLE_FILE");
        freeze.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        open.Sent.Messages.OfType<SetFreeze>().Single().RequestedBy.ShouldBe("control-room");
    }

    private static Person Of(string name, PersonRole role) => new(name, role, Roster.HashOf($"the-token-of-{name}"));

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private async Task<string> PostAsync(string? name, string path, string body, HttpStatusCode expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/control/{path}") { Content = Json(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", name is null ? "shared" : $"the-token-of-{name}");
        using var response = await _house.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(expected, text);
        return text;
    }
}
