using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace MonitoringDemo.ControlRoom.Tests.Page;

public sealed partial class PageTests : IAsyncLifetime
{
    private readonly ControlRoomHouse _house = new();

    public async ValueTask InitializeAsync() => await _house.StartAsync();

    public async ValueTask DisposeAsync() => await _house.DisposeAsync();

    [Fact]
    public async Task Everything_that_the_pages_ask_for_is_there_and_none_takes_300_kB()
    {
        var control = await LoadAsync("/");
        var glossary = await LoadAsync("/Glossary");

        control.Keys.ShouldContain("/page/chart.js");
        control.Keys.ShouldContain("/page/words/de.json");
        control.Count.ShouldBeGreaterThan(20);
        glossary.Keys.ShouldContain("/page/glossary.json");
        foreach (var loaded in new[] { control, glossary, await LoadAsync("/quiz") })
            loaded.Values.Sum().ShouldBeInRange(20_000, 300_000);
    }

    /// <summary>Everything that a page may come to load, data of both languages too, with its size in bytes.</summary>
    private async Task<Dictionary<string, int>> LoadAsync(string page)
    {
        var html = await GetAsync(page);
        var asked = new Queue<string>(Links().Matches(html).Select(m => "/" + m.Groups[1].Value)
            .Concat(Panels().Matches(html).Select(m => $"/page/panels/{m.Groups[1].Value}.js"))
            .Concat(["/page/words/en.json", "/page/words/de.json"]));
        var seen = new Dictionary<string, int> { [page] = Encoding.UTF8.GetByteCount(html) };

        while (asked.TryDequeue(out var path))
        {
            if (seen.ContainsKey(path))
                continue;

            var text = await GetAsync(path);
            seen[path] = Encoding.UTF8.GetByteCount(text);
            foreach (Match import in Imports().Matches(text))
                asked.Enqueue(new Uri(new Uri("http://page" + path), import.Groups[1].Value).AbsolutePath);
            foreach (Match data in Data().Matches(text))
                asked.Enqueue("/" + data.Groups[1].Value);
        }

        return seen;
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

    [Theory]
    [InlineData("index.html")]
    [InlineData("quiz.html")]
    [InlineData("glossary.html")]
    public void No_markup_carries_a_style_that_the_policy_forbids(string page)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "control-room-page");

        var html = File.ReadAllText(Path.Combine(folder, page));

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

    [GeneratedRegex("'(page/[a-z.]+\\.json)'")]
    private static partial Regex Data();

    [GeneratedRegex("from '(\\.[^']+)'")]
    private static partial Regex Imports();

    [GeneratedRegex("https?://[^\\s\"'<>)]+")]
    private static partial Regex Addresses();
}
