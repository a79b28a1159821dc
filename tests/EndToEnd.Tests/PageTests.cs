using Microsoft.Playwright;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests;

public sealed class PageTests
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    [Fact]
    public async Task A_scenario_button_is_pressed_and_the_promotion_is_seen()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var chromium = Binary.Need("chromium", "/usr/bin/chromium");
        using var data = new TemporaryDirectory();
        await using var demo = await LiveDemo.StartAsync(data.Path, cancellation);
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Quiet });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 } });
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);

        await page.GotoAsync(demo.Http.BaseAddress!.ToString());
        await demo.PaceAsync(500, cancellation);
        await page.Locator("[data-id='taste-flip']").ClickAsync();
        await Assertions.Expect(page.Locator(".now")).ToContainTextAsync("Look for", new() { IgnoreCase = true, Timeout = 20_000 });
        await Assertions.Expect(page.Locator(".feed .entry.release").First).ToBeVisibleAsync(new() { Timeout = 90_000 });
        await Assertions.Expect(page.Locator(".card.champion")).Not.ToContainTextAsync("static twin", new() { Timeout = 90_000 });
        await Assertions.Expect(page.Locator(".expected")).ToContainTextAsync("before outcomes", new() { Timeout = 90_000 });

        complaints.ShouldBeEmpty();
        var sideways = await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
        sideways.ShouldBeFalse("1366 x 768 must do without scrolling sideways");
    }
}
