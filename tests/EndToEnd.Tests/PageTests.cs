using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests;

public sealed class PageTests
{
    private const float Patience = 90_000;

    [Fact]
    public async Task A_scenario_button_is_pressed_and_the_promotion_is_seen()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        await using var demo = await LiveDemo.StartAsync(data.Path, cancellation);
        await using var open = await OpenPage.OpenAsync(demo.Http.BaseAddress!);
        var page = open.Page;

        await demo.PaceAsync(500, cancellation);
        await page.Locator("[data-id='taste-flip']").ClickAsync();
        await Assertions.Expect(page.Locator(".now")).ToContainTextAsync("Look for", new() { IgnoreCase = true, Timeout = 20_000 });
        await Assertions.Expect(page.Locator(".feed .entry.release").First).ToBeVisibleAsync(new() { Timeout = Patience });
        await Assertions.Expect(page.Locator(".card.champion")).Not.ToContainTextAsync("static twin", new() { Timeout = Patience });
        await Assertions.Expect(page.Locator(".expected")).ToContainTextAsync("before outcomes", new() { Timeout = Patience });
        await Assertions.Expect(page.Locator(".taste")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".number.fleet")).ToContainTextAsync("serves");
        await Assertions.Expect(page.Locator(".card.champion")).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Locator(".answers .to").First.ClickAsync();
        await Assertions.Expect(page.Locator(".entry:focus")).ToBeInViewportAsync();

        await page.Locator(".chart .picture").HoverAsync();
        await Assertions.Expect(page.Locator(".reading")).ToContainTextAsync("twin");
        await page.Locator(".chart .picture").PressAsync("Home");
        var first = await page.Locator(".reading").TextContentAsync();
        await page.Locator(".chart .picture").PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator(".reading")).Not.ToHaveTextAsync(first!);

        open.Complaints.ShouldBeEmpty();
        var sideways = await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
        sideways.ShouldBeFalse("1366 x 768 must do without scrolling sideways");
    }

    [Fact]
    public async Task A_nervous_hand_starts_one_scenario_and_a_pace_chosen_while_paused_waits_for_resume()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        await using var demo = await LiveDemo.StartAsync(data.Path, cancellation);
        await using var open = await OpenPage.OpenAsync(demo.Http.BaseAddress!);
        var button = open.Page.Locator("[data-id='unit-change']");
        await Assertions.Expect(button).ToContainTextAsync("Durations in seconds");
        var place = await button.BoundingBoxAsync();

        await button.DblClickAsync();
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "true", new() { Timeout = 20_000 });
        var later = await button.BoundingBoxAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        var resume = open.Page.GetByRole(AriaRole.Button, new() { Name = "Resume" });
        await Assertions.Expect(resume).ToBeVisibleAsync();
        await open.Page.Locator("#pace").SelectOptionAsync("200");
        var whilePaused = open.Sent.ToList();
        await resume.ClickAsync();
        await Assertions.Expect(open.Page.Locator("#pace")).ToHaveValueAsync("200");
        await Assertions.Expect(open.Page.Locator(".bars .is-broken")).ToContainTextAsync("broken", new() { Timeout = Patience });

        (later!.X, later.Y).ShouldBe((place!.X, place.Y));
        whilePaused.ShouldBe(["""scenario {"id":"unit-change"}""", """pace {"songsPerSecond":0}"""]);
        open.Sent[^1].ShouldBe("""pace {"songsPerSecond":200}""");
        open.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_over_begins_a_fresh_world_in_the_same_process_and_the_page_finds_it_by_itself()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        await using var demo = await LiveDemo.StartAsync(data.Path, cancellation);
        await using var open = await OpenPage.OpenAsync(demo.Http.BaseAddress!);
        await demo.PaceAsync(2_000, cancellation);
        var songs = open.Page.Locator(".odometer");
        await Assertions.Expect(songs).ToContainTextAsync(new System.Text.RegularExpressions.Regex("^\\d{2,},"), new() { Timeout = Patience });

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Start over…" }).ClickAsync();
        await open.Page.Locator("dialog[open] .primary").ClickAsync();
        await Assertions.Expect(songs).ToContainTextAsync(new System.Text.RegularExpressions.Regex("^5,"), new() { Timeout = Patience });
        await Assertions.Expect(open.Page.Locator(".card")).ToHaveCountAsync(1, new() { Timeout = Patience });
        var models = await demo.Http.GetFromJsonAsync<JsonElement>("/v1/models", cancellation);

        models.GetArrayLength().ShouldBe(1);
        demo.Process.HasExited.ShouldBeFalse();
        demo.Process.Output.ShouldContain("Starting over");
    }

    [Fact]
    public async Task Labels_that_would_lie_over_each_other_become_one_and_none_is_lost()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        await using var demo = await LiveDemo.StartAsync(data.Path, cancellation);
        await using var open = await OpenPage.OpenAsync(demo.Http.BaseAddress!);

        var labels = await open.Page.EvaluateAsync<string[]>(
            """
            async () => {
              const { merge } = await import('/page/labels.js');
              const items = [10, 200, 205, 400, 402, 404].map((at, i) => ({ at, kind: 'promotion', texts: [`v${i + 1}`] }));
              const labels = merge(items, text => text.length * 8, 0, 500, 2, 2);
              return labels.map((l, i) => `${l.text}${i > 0 && l.start < labels[i - 1].start + labels[i - 1].width ? ' overlaps' : ''}`);
            }
            """);

        labels.ShouldBe(["v1", "v2, v3", "v4 … v6"]);
    }

    [Fact]
    public async Task A_clean_stop_warns_of_nothing()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "There is no signal to send.");
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        await using var demo = await LiveDemo.StartAsync(data.Path, cancellation);
        await demo.PaceAsync(1_000, cancellation);

        demo.Process.Interrupt();
        await demo.Process.WaitForExitAsync(cancellation);

        demo.Process.Output.ShouldContain("Stopped.");
        demo.Process.Output.ShouldNotContain("does not take songs");
    }
}
