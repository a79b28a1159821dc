using System.Net;
using System.Text.RegularExpressions;

namespace MonitoringDemo.ControlRoom.Tests.Page;

public sealed partial class PageTests : IAsyncLifetime
{
    private readonly ControlRoomHouse _house = new();

    public async ValueTask InitializeAsync() => await _house.StartAsync();

    public async ValueTask DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task Everything_that_the_page_asks_for_is_there()
    {
        var html = await GetAsync("/");
        var asked = new Queue<string>(Links().Matches(html).Select(m => "/" + m.Groups[1].Value)
            .Concat(Panels().Matches(html).Select(m => $"/page/panels/{m.Groups[1].Value}.js")));
        var seen = new HashSet<string>();

        while (asked.TryDequeue(out var path))
        {
            if (!seen.Add(path))
                continue;

            var text = await GetAsync(path);
            foreach (Match import in Imports().Matches(text))
                asked.Enqueue(new Uri(new Uri("http://page" + path), import.Groups[1].Value).AbsolutePath);
        }

        seen.ShouldContain("/page/chart.js");
        seen.Count.ShouldBeGreaterThan(12);
    }

    [Fact]
    public async Task The_page_needs_no_other_machine()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "control-room-page");
        var foreign = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .SelectMany(file => Addresses().Matches(File.ReadAllText(file)).Select(m => m.Value))
            .Where(address => !address.StartsWith("http://www.w3.org/", StringComparison.Ordinal));

        foreign.ShouldBeEmpty();
        (await GetAsync("/")).ShouldContain("rel=\"icon\" href=\"data:");
    }

    [Fact]
    public async Task The_policy_keeps_scripts_and_data_to_this_address()
    {
        using var response = await _house.Http.GetAsync("/", TestContext.Current.CancellationToken);

        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self';");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
    }

    [Theory]
    [InlineData("/page/nothing.js")]
    [InlineData("/page/../ControlRoom.dll")]
    [InlineData("/page/%2e%2e/MonitoringDemo.ControlRoom.dll")]
    [InlineData("/page/..%2fMonitoringDemo.ControlRoom.dll")]
    [InlineData("/page/")]
    public async Task What_is_not_part_of_the_page_is_not_served(string path)
    {
        using var response = await _house.Http.GetAsync(path, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void No_markup_carries_a_style_that_the_policy_forbids()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "control-room-page");

        var html = File.ReadAllText(Path.Combine(folder, "index.html"));

        html.ShouldNotContain(" style=");
        html.ShouldNotContain("<script>");
        html.ShouldNotContain("onclick=");
    }

    private async Task<string> GetAsync(string path)
    {
        using var response = await _house.Http.GetAsync(path, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    [GeneratedRegex("(?:href|src)=\"(page/[^\"]+)\"")]
    private static partial Regex Links();

    [GeneratedRegex("data-panel=\"([a-z]+)\"")]
    private static partial Regex Panels();

    [GeneratedRegex("from '(\\.[^']+)'")]
    private static partial Regex Imports();

    [GeneratedRegex("https?://[^\\s\"'<>)]+")]
    private static partial Regex Addresses();
}
