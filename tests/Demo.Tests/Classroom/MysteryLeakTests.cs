using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Traffic;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Tests.Classroom;

/// <summary>A mystery from its order to its reveal, over the addresses that a team can reach, and across a restart.</summary>
public sealed class MysteryLeakTests
{
    private const string Team = "reds";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_that_a_team_can_reach_tells_what_happens_or_when_until_all_is_told()
    {
        using var folder = new TemporaryFolder();
        var seed = Enumerable.Range(1, 5_000).Select(n => (ulong)n).First(n => MysteryDraw.Scenario(n).Manifest.Id == "stuck-sensor" && MysteryDraw.RowsUntilOnset(n) < 1_500);
        var hidden = MysteryDraw.Scenario(seed).Manifest;
        long onset;
        await using (var classroom = await SmallClassroom.StartAsync(folder.Path, songsPerSecond: 500, Team))
        {
            using var member = await classroom.MemberOfAsync(Team);
            await PaceAsync(classroom, 0);
            (await classroom.OrderAsync("mystery", new { team = Team, seed })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
            (await classroom.OrderAsync("mystery", new { team = Team, seed })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
            var ordered = await CrawlAsync(member);
            await PaceAsync(classroom, 500);
            onset = await OnsetAsync(classroom);
            await PaceAsync(classroom, 0);
            var begun = await CrawlAsync(member);

            Tells(ordered, hidden).ShouldBeEmpty();
            Tells(begun, hidden).ShouldBeEmpty();
            Names(ordered, onset).ShouldBeEmpty();
            // What the fleet found out by itself a team may read.
            Names(begun.Where(one => one.Path is "metrics" or "v1/mystery" or "v1/control" or "v1/model" or "v1/models" || one.Path.StartsWith("page/", StringComparison.Ordinal)), onset).ShouldBeEmpty();
            foreach (var (method, path) in Forbidden) (await SendAsync(member, method, path)).StatusCode.ShouldBe(HttpStatusCode.Conflict, path);
            (await member.GetStringAsync($"team/{Team}/V1/Control/Scenarios/", Stop)).ShouldBe("[]");
        }

        // The process ends in the middle, and starts again: the mystery goes on, and is still none of the team's business.
        await using var again = await SmallClassroom.StartAsync(folder.Path, songsPerSecond: 500, Team);
        using var browser = await again.MemberOfAsync(Team);
        await PaceAsync(again, 500);
        await again.OnTheWallAsync(Team, team => team.GetProperty("fleet").GetProperty("openAlerts").GetInt32() > 0);
        Tells(await CrawlAsync(browser), hidden).ShouldBeEmpty();
        Tells([("the answer", await SaidAsync(browser, new { since = -1 })), ("the answer", await SaidAsync(browser, new { features = new[] { "loud" } })), ("the answer", await SaidAsync(browser, new { cause = "bad luck" }))], hidden).ShouldBeEmpty();

        (await SendAsync(browser, HttpMethod.Post, "v1/mystery/answer", new { since = onset, cause = "broken-data", features = new[] { "loudness" }, retrainingIsRight = false, action = "quarantine" })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await SendAsync(browser, HttpMethod.Post, "v1/control/retrain", new { reason = "Let us see." })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await UntilAsync(() => again.Get<MysteryBook>().OpenOf(Team)!.Lines.Any(line => line.What == MysteryDeeds.Retrain));
        (await again.OrderAsync("reveal", new { team = Team })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var told = await browser.GetFromJsonAsync<JsonElement>($"team/{Team}/v1/mystery", Stop);

        told.GetProperty("state").GetString().ShouldBe("revealed");
        told.GetProperty("truth").GetProperty("title").GetString().ShouldBe(hidden.Title);
        told.GetProperty("truth").GetProperty("onsetRow").GetInt64().ShouldBe(onset);
        told.GetProperty("score").GetProperty("total").GetDouble().ShouldBeInRange(85, 96);
        (await browser.GetStringAsync($"team/{Team}/v1/mystery/reveal", Stop)).ShouldContain("Ordered a training: Let us see.");
        (await again.Instructor.GetStringAsync("v1/wall/results.csv", Stop)).ShouldContain($"{seed},{hidden.Id},");
        (await again.Instructor.GetFromJsonAsync<JsonElement>("v1/wall", Stop)).GetProperty("league")[0].GetProperty("points").GetDouble().ShouldBeGreaterThan(80);
        (await again.OrderAsync("reveal", new { team = Team })).StatusCode.ShouldBe(HttpStatusCode.Conflict);
    }

    private static readonly (HttpMethod Method, string Path)[] Forbidden =
    [
        (HttpMethod.Post, "v1/control/scenario"), (HttpMethod.Post, "V1/Control/SCENARIO/"), (HttpMethod.Post, "v1/control/end"), (HttpMethod.Post, "v1/control/pace"), (HttpMethod.Get, "v1/traffic"),
    ];

    /// <summary>Everything that answers to GET: what the API describes, each incident's report, the page with its files, stream, metrics and traces.</summary>
    private static async Task<IReadOnlyList<(string Path, string Text)>> CrawlAsync(HttpClient member)
    {
        var api = await member.GetFromJsonAsync<JsonElement>($"team/{Team}/openapi/v1.json", Stop);
        var described = api.GetProperty("paths").EnumerateObject().Where(path => path.Value.TryGetProperty("get", out _) && !path.Name.Contains('{')).Select(path => path.Name[1..]);
        var incidents = await member.GetFromJsonAsync<JsonElement>($"team/{Team}/v1/incidents", Stop);
        var reports = Regex.Matches(incidents.GetRawText(), "\"(hits-[0-9a-z-]+)\"").Select(match => $"v1/incidents/{match.Groups[1].Value}/report").Distinct();
        var pages = Path.Combine(AppContext.BaseDirectory, "control-room-page");
        var files = Directory.GetFiles(pages, "*", SearchOption.AllDirectories).Select(file => $"page/{Path.GetRelativePath(pages, file).Replace('\\', '/')}");
        string[] others = ["", "metrics", "traces", "openapi/v1.json", "health/live", "health/ready", "v1/models/1/card", "v1/scenarios", "v1/control/scenarios", "v1/traffic", "v1/mystery/reveal"];
        var texts = new List<(string, string)> { ("events", await FirstEventAsync(member)) };
        foreach (var path in described.Concat(reports).Concat(files).Concat(others).Distinct())
        {
            using var answer = await member.GetAsync($"team/{Team}/{path}", Stop);
            texts.Add((path, $"{answer.Headers}{await answer.Content.ReadAsStringAsync(Stop)}"));
        }

        texts.Count.ShouldBeGreaterThan(40);
        return texts;
    }

    private static IEnumerable<string> Tells(IEnumerable<(string Path, string Text)> texts, ScenarioManifest hidden) =>
        from one in texts
        from word in new[] { hidden.Id, hidden.Title, hidden.WhatToLookFor, hidden.InShort }
        where one.Text.Contains(word, StringComparison.OrdinalIgnoreCase)
        select $"{one.Path} says '{word}'";

    private static IEnumerable<string> Names(IEnumerable<(string Path, string Text)> texts, long row) =>
        from one in texts
        where Regex.IsMatch(one.Text, $@"\b({row}|{row:N0})\b")
        select $"{one.Path} names {row}";

    private static async Task PaceAsync(SmallClassroom classroom, double songsPerSecond)
    {
        (await classroom.OrderAsync("pace", new { songsPerSecond, team = Team })).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        await UntilAsync(() => classroom.Teams.ByName(Team)!.Glance?.SongsPerSecond == songsPerSecond);
    }

    private static async Task<long> OnsetAsync(SmallClassroom classroom)
    {
        await UntilAsync(() => classroom.Get<MysteryBook>().OpenOf(Team) is { OnsetRow: not null });
        var onset = classroom.Get<MysteryBook>().OpenOf(Team)!.OnsetRow!.Value;
        // Else it is the next row, which everybody may know.
        await UntilAsync(() => classroom.Teams.ByName(Team)!.Get<IWorldTruth>()!.Now!.NextRow > onset + 5);
        classroom.Teams.ByName(Team)!.Get<IWorldTruth>()!.Now!.IsSecret.ShouldBeTrue();
        return onset;
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        while (!condition()) await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, patience.Token);
    }

    private static async Task<string> SaidAsync(HttpClient member, object answer)
    {
        using var said = await SendAsync(member, HttpMethod.Post, "v1/mystery/answer", answer);
        said.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        return await said.Content.ReadAsStringAsync(Stop);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient member, HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"team/{Team}/{path}") { Content = method == HttpMethod.Get ? null : JsonContent.Create(body ?? new { id = "steady", songsPerSecond = 1 }) };
        return await member.SendAsync(request, Stop);
    }

    private static async Task<string> FirstEventAsync(HttpClient member)
    {
        await using var stream = await member.GetStreamAsync($"team/{Team}/events", Stop);
        using var reader = new StreamReader(stream);
        while (await reader.ReadLineAsync(Stop) is { } line)
        {
            if (line.StartsWith("data:", StringComparison.Ordinal)) return line;
        }

        throw new InvalidOperationException("The event stream ended without an event.");
    }
}
