using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests.Pages;

/// <summary>A demo in which something has happened, standing still, and one browser for all that look at it.</summary>
public sealed class PlayedDemo : IAsyncLifetime
{
    // 5,000 songs before the first model, and 700 after it, of whose outcomes 200 are still to come.
    private const long HistoryAndOutcomes = 5_700;

    private readonly TemporaryDirectory _data = new();
    private LiveDemo? _demo;
    private OpenPage? _open;

    /// <summary>Why the pages cannot be looked at; null where they can.</summary>
    public string? Missing { get; private set; }

    /// <summary>Where the demo listens.</summary>
    public Uri Address => _demo!.Http.BaseAddress!;

    /// <summary>The incident of broken data that was played.</summary>
    public string Incident { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        if (Binary.Find("chromium", "/usr/bin/chromium") is null)
        {
            Missing = "chromium is not installed on this machine.";
            return;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        // In a steady world nothing is trained meanwhile, however long the start takes.
        _demo = await LiveDemo.StartAsync(_data.Path, patience.Token, new Dictionary<string, string?> { ["Traffic__OpeningScenario"] = "steady" });
        await _demo.PaceAsync(300, patience.Token);
        await Eventually.Get(
            async token => (await _demo.Http.GetFromJsonAsync<JsonElement>("/v1/traffic", token)).GetProperty("row").GetInt64() > HistoryAndOutcomes ? "known" : null,
            TimeSpan.FromSeconds(60),
            "Outcomes of the first songs come",
            patience.Token);
        await _demo.StartScenarioAsync("unit-change", patience.Token);
        Incident = await Eventually.Get(
            async token => (await _demo.Http.GetFromJsonAsync<JsonElement>("/v1/decisions", token)).EnumerateArray()
                .Where(decision => decision.GetProperty("action").GetString() == "quarantine").Select(decision => decision.GetProperty("updateId").GetString()).FirstOrDefault(),
            TimeSpan.FromSeconds(60),
            "Broken data are found",
            patience.Token);
        await _demo.PauseAsync(patience.Token);
        _open = await OpenPage.OpenAsync(new Uri(Address, "/health/live"));
    }

    /// <summary>A visitor of his own, who has never been here.</summary>
    public Task<IBrowserContext> VisitorAsync(string locale = "en-US", int width = 1366, int height = 768) => _open!.Page.Context.Browser!.NewContextAsync(
        new() { BaseURL = Address.ToString(), Locale = locale, ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce });

    /// <summary>The page with its picture in it. What its console complains of goes into <paramref name="complaints"/>.</summary>
    public static async Task<IPage> OpenAsync(IBrowserContext visitor, string path, List<string>? complaints = null)
    {
        var page = await visitor.NewPageAsync();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning") complaints?.Add(message.Text);
        };
        page.PageError += (_, error) => complaints?.Add(error);
        await page.GotoAsync(path);
        if (path == "/") await Assertions.Expect(page.Locator(".feed .entry.decision").First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        if (_open is not null) await _open.DisposeAsync();
        if (_demo is not null) await _demo.DisposeAsync();
        _data.Dispose();
    }
}
