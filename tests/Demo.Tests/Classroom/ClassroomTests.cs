using System.Net;
using System.Text;
using System.Text.Json;
using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.Tests.Classroom;

public sealed class ClassroomTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_teams_in_one_process_see_nothing_of_each_other_and_nothing_of_the_wall()
    {
        using var folder = new TemporaryFolder();
        await using var classroom = await SmallClassroom.StartAsync(folder.Path, songsPerSecond: 400, "reds", "blues");
        using var red = await classroom.MemberOfAsync("reds");
        using var blue = await classroom.MemberOfAsync("blues");
        using var stranger = classroom.Stranger();

        (await classroom.OrderAsync("scenario", new { scenario = "taste-flip", team = "reds" })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await classroom.OrderAsync("pace", new { songsPerSecond = 0, team = "blues" })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var reds = await classroom.OnTheWallAsync("reds", team => team.GetProperty("fleet").GetProperty("scenario").GetString() == "Taste flip");
        var blues = await classroom.OnTheWallAsync("blues", team => team.GetProperty("fleet").GetProperty("songsPerSecond").GetDouble() == 0);
        var redEvents = await FirstEventAsync(red, "team/reds/events");
        var blueEvents = await FirstEventAsync(blue, "team/blues/events");
        var redMetrics = await red.GetStringAsync("team/reds/metrics", Stop);
        var blueMetrics = await blue.GetStringAsync("team/blues/metrics", Stop);

        reds.GetProperty("problem").ValueKind.ShouldBe(JsonValueKind.Null);
        blues.GetProperty("fleet").GetProperty("scenario").ValueKind.ShouldBe(JsonValueKind.Null);
        redEvents.ShouldContain("Taste flip");
        blueEvents.ShouldNotContain("Taste flip");
        redMetrics.ShouldContain("traffic_songs_per_second 400");
        blueMetrics.ShouldContain("traffic_songs_per_second 0");
        redMetrics.ShouldNotContain("masstransit");
        (await StatusAsync(red, "team/reds/")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(red, "team/reds/models/1/card")).ShouldBe(HttpStatusCode.OK);
        (await StatusAsync(red, "team/blues/v1/control")).ShouldBe(HttpStatusCode.Unauthorized);
        (await StatusAsync(blue, "team/reds/events")).ShouldBe(HttpStatusCode.Unauthorized);
        foreach (var closed in new[] { "wall", "v1/wall", "v1/wall/scenarios", "metrics", "traces", "team/reds/v1/control", "team/greens/v1/control" })
        {
            (await StatusAsync(stranger, closed)).ShouldBe(HttpStatusCode.Unauthorized, closed);
            if (!closed.StartsWith("team/reds", StringComparison.Ordinal)) (await StatusAsync(red, closed)).ShouldBe(HttpStatusCode.Unauthorized, closed);
        }

        foreach (var page in new[] { "team/reds/", "team/reds/page/app.js", "team/reds/openapi/v1.json", "team/reds/v1/control" })
        {
            var text = await red.GetStringAsync(page, Stop);
            text.ShouldNotContain(SmallClassroom.Token);
            text.ShouldNotContain(classroom.Teams.ByName("blues")!.Pass.Code);
            text.ShouldNotContain(classroom.Teams.ByName("reds")!.Token!);
        }

        // Starting over empties one team; a page that was open is told to come back, and the other team goes on.
        (await classroom.OrderAsync("reset", new { team = "blues" })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        // It stood still, and a fleet that begins anew does not; the moment in between may be too short to be seen.
        await classroom.OnTheWallAsync("blues", team => team.GetProperty("fleet") is { ValueKind: JsonValueKind.Object } fleet && fleet.GetProperty("songsPerSecond") is { ValueKind: JsonValueKind.Number } pace && pace.GetDouble() == 400);
        (await classroom.OnTheWallAsync("reds", _ => true)).GetProperty("fleet").GetProperty("row").GetInt64().ShouldBeGreaterThanOrEqualTo(reds.GetProperty("fleet").GetProperty("row").GetInt64());
    }

    [Fact]
    public async Task A_restart_keeps_the_codes_and_what_cannot_be_done_is_said_by_field()
    {
        using var folder = new TemporaryFolder();
        string code;
        await using (var before = await SmallClassroom.StartAsync(folder.Path, songsPerSecond: 0, "reds"))
            code = before.Teams.ByName("reds")!.Pass.Code;
        await using var classroom = await SmallClassroom.StartAsync(folder.Path, songsPerSecond: 0, "reds");
        using var stranger = classroom.Stranger();

        classroom.Teams.ByName("reds")!.Pass.Code.ShouldBe(code);
        (await SaidAsync(classroom, "scenario", """{"scenario":"no-such"}""")).ShouldContain("GET /v1/wall/scenarios");
        (await SaidAsync(classroom, "scenario", """{"scenario":"steady","team":"greens"}""")).ShouldContain("team must be");
        (await SaidAsync(classroom, "pace", """{"songsPerSecond":-1}""")).ShouldContain("songsPerSecond must be");
        (await SaidAsync(classroom, "pace", """{"songsPerSecond":"fast"}""")).ShouldContain("songsPerSecond");
        (await SaidAsync(classroom, "end", """{"tema":"reds"}""")).ShouldContain("tema");
        (await SaidAsync(classroom, "end", "nonsense")).ShouldContain("JSON object");
        (await StatusAsync(stranger, "join?code=AAAAAAAA")).ShouldBe(HttpStatusCode.NotFound);
        (await StatusAsync(stranger, $"join?code={code.ToLowerInvariant().Insert(4, "-")}")).ShouldBe(HttpStatusCode.Redirect);
        for (var wrong = 1; wrong < 20; wrong++) (await StatusAsync(stranger, "join?code=BBBBBBBB")).ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests);
        (await StatusAsync(stranger, "join?code=BBBBBBBB")).ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static async Task<string> SaidAsync(SmallClassroom classroom, string what, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await classroom.Instructor.PostAsync($"v1/wall/{what}", content, Stop);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return await answer.Content.ReadAsStringAsync(Stop);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path, HttpCompletionOption.ResponseHeadersRead, Stop);
        return answer.StatusCode;
    }

    private static async Task<string> FirstEventAsync(HttpClient client, string path)
    {
        await using var stream = await client.GetStreamAsync(path, Stop);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal)) return line;
        }

        throw new InvalidOperationException("The event stream ended without an event.");
    }
}
