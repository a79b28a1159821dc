using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using MonitoringDemo.EndToEnd.Tests.Pages;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests;

public sealed class ClassroomPageTests
{
    private const string Token = "the-token-of-the-instructor";
    private const float Patience = 90_000;

    [Fact]
    public async Task A_team_joins_with_its_code_answers_a_mystery_and_is_told_the_truth_and_the_wall_shows_all_of_it()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        var address = new Uri($"http://127.0.0.1:{FreePort.Next()}");
        await using var process = RunningProcess.StartService("Demo", ["classroom", "--teams", "reds,blues", "--songs-per-second", "0", "--urls", address.ToString().TrimEnd('/'), "--data", data.Path], new Dictionary<string, string?>
        {
            ["MONITORINGDEMO_TOKEN"] = Token,
            ["Traffic__WarmUp"] = "2000",
            ["Retraining__Candidates"] = "binned-logistic",
        });
        var code = await CodeOfAsync(address, "reds", process, cancellation);
        await using var wall = await OpenPage.OpenAsync(new Uri(address, $"wall?access_token={Token}"));
        await using var team = await OpenPage.OpenAsync(new Uri(address, "join"));

        (await Axe.FaultsAsync(team.Page)).ShouldBeEmpty("/join");
        await team.Page.GetByLabel("Code").FillAsync(code.ToLowerInvariant());
        await team.Page.GetByRole(AriaRole.Button, new() { Name = "Join" }).ClickAsync();
        await Assertions.Expect(team.Page.Locator("#mystery-title")).ToBeVisibleAsync(new() { Timeout = Patience });
        await wall.Page.GetByLabel("Team", new() { Exact = true }).SelectOptionAsync("reds");
        await wall.Page.GetByRole(AriaRole.Button, new() { Name = "Start mystery" }).ClickAsync();
        await wall.Page.GetByLabel("Songs a second").FillAsync("1000");
        await wall.Page.GetByRole(AriaRole.Button, new() { Name = "Set pace" }).ClickAsync();
        await Assertions.Expect(wall.Page.Locator("[data-team='reds']")).ToContainTextAsync("since song", new() { Timeout = Patience });
        await Assertions.Expect(wall.Page.Locator("[data-team='blues']")).Not.ToContainTextAsync("Mystery");

        var questions = team.Page.Locator(".mystery-form");
        (await Axe.FaultsAsync(team.Page)).ShouldBeEmpty("a team's page while a mystery runs");
        await questions.GetByLabel("What?").SelectOptionAsync("inputs");
        await questions.GetByLabel("tempo", new() { Exact = true }).CheckAsync();
        await questions.GetByLabel("Is retraining right?").SelectOptionAsync("false");
        await questions.GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(team.Page.Locator(".mystery")).ToContainTextAsync("Sent.");
        await wall.Page.GetByRole(AriaRole.Button, new() { Name = "Spotlight" }).ClickAsync();
        await Assertions.Expect(wall.Page.Locator("#spotlight-title")).ToHaveTextAsync("reds");
        await wall.Page.GetByRole(AriaRole.Button, new() { Name = "Reveal" }).ClickAsync();
        await Assertions.Expect(team.Page.Locator(".mystery")).ToContainTextAsync("of 100 points", new() { Timeout = Patience });
        await Assertions.Expect(wall.Page.Locator("#league tbody tr").First).ToContainTextAsync("reds", new() { Timeout = Patience });

        foreach (var open in new[] { wall, team })
        {
            open.Complaints.ShouldBeEmpty();
            (await Axe.FaultsAsync(open.Page)).ShouldBeEmpty(open.Page.Url);
            await open.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await open.Page.SetViewportSizeAsync(390, 800);
            (await Axe.FaultsAsync(open.Page)).ShouldBeEmpty($"{open.Page.Url}, dark, 390 pixels");
            (await open.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")).ShouldBeFalse("390 pixels must do without scrolling sideways");
        }
    }

    private static async Task<string> CodeOfAsync(Uri address, string team, RunningProcess process, CancellationToken cancellation)
    {
        using var instructor = new HttpClient { BaseAddress = address };
        instructor.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        return await Eventually.Get(
            async token =>
            {
                if (process.HasExited) throw new InvalidOperationException($"The classroom stopped:\n{process.Output}");
                var teams = (await instructor.GetFromJsonAsync<JsonElement>("v1/wall", token)).GetProperty("teams").EnumerateArray().ToList();
                return teams.All(one => one.GetProperty("fleet") is { ValueKind: JsonValueKind.Object } fleet && fleet.GetProperty("songsPerSecond").ValueKind == JsonValueKind.Number)
                    ? teams.Single(one => one.GetProperty("name").GetString() == team).GetProperty("code").GetString()
                    : null;
            },
            TimeSpan.FromSeconds(60),
            "The fleets serve",
            cancellation);
    }
}
