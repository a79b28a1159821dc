using Microsoft.Playwright;

namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>The control room in a browser of the test's own.</summary>
internal sealed class OpenPage : IAsyncDisposable
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    // A page beside other tests may take its time: how long is no claim of theirs.
    static OpenPage() => Assertions.SetDefaultExpectTimeout(30_000);

    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private OpenPage(IPlaywright playwright, IBrowser browser, IPage page) => (_playwright, _browser, Page) = (playwright, browser, page);

    public IPage Page { get; }

    /// <summary>Warnings and errors of the browser's console.</summary>
    public List<string> Complaints { get; } = [];

    /// <summary>Commands that the page sent, with their bodies.</summary>
    public List<string> Sent { get; } = [];

    public static async Task<OpenPage> OpenAsync(Uri address)
    {
        var chromium = Binary.Need("chromium", "/usr/bin/chromium");
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = chromium, Args = Quiet });
        var page = await browser.NewPageAsync(new() { ViewportSize = new() { Width = 1366, Height = 768 } });
        var opened = new OpenPage(playwright, browser, page);
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                opened.Complaints.Add(message.Text);
        };
        page.PageError += (_, error) => opened.Complaints.Add(error);
        page.Request += (_, request) =>
        {
            if (request.Method == "POST")
                opened.Sent.Add($"{new Uri(request.Url).Segments[^1]} {request.PostData}");
        };
        await page.GotoAsync(address.ToString());
        return opened;
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
