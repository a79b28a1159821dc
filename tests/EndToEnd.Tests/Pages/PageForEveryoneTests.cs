using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace MonitoringDemo.EndToEnd.Tests.Pages;

public sealed partial class PageForEveryoneTests(PlayedDemo demo) : IClassFixture<PlayedDemo>
{
    [Fact]
    public async Task No_page_has_a_serious_fault_in_any_theme_size_or_width()
    {
        Assert.SkipWhen(demo.Missing is not null, demo.Missing ?? "");
        await using var visitor = await demo.VisitorAsync();
        var faults = new List<string>();

        foreach (var path in (string[])["/", "/quiz", "/glossary", "/scorecard", $"/v1/incidents/{demo.Incident}/report", "/v1/models/1/card", "/v1/audit/export?format=html", "/traces", $"/traces/{demo.Incident}"])
        {
            var page = await PlayedDemo.OpenAsync(visitor, path);
            await LookAsync(page, path, faults, hasProjector: path is "/" or "/quiz" or "/glossary");
            await page.CloseAsync();
        }

        faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Whatever_is_read_comes_from_the_files_of_texts_and_every_figure_says_where_it_comes_from()
    {
        Assert.SkipWhen(demo.Missing is not null, demo.Missing ?? "");
        await using var visitor = await demo.VisitorAsync("de-AT");
        await visitor.RouteAsync("**/page/words/*.json", async route =>
        {
            var texts = (await (await route.FetchAsync()).JsonAsync())!.Value.EnumerateObject().ToDictionary(text => text.Name, text => Pieces().Replace(text.Value.GetString()!, "⟦$0⟧"));
            await route.FulfillAsync(new() { Json = texts });
        });

        var unmarked = new List<string>();
        foreach (var path in (string[])["/", "/quiz", "/glossary"])
        {
            var page = await PlayedDemo.OpenAsync(visitor, path);
            await Assertions.Expect(page.Locator(path == "/" ? "#drift-title" : "h1")).ToContainTextAsync("⟦");
            if (path == "/") (await VisibleText.UnexplainedAsync(page)).ShouldBeEmpty();
            var data = path switch { "/quiz" => "#questions .question", "/glossary" => "dl", _ => null };
            if (data is not null) await page.EvaluateAsync("selector => document.querySelectorAll(selector).forEach(element => element.lang = 'de')", data);
            unmarked.AddRange(await VisibleText.UnmarkedAsync(page));
        }

        unmarked.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_language_follows_the_browser_and_then_the_choice()
    {
        Assert.SkipWhen(demo.Missing is not null, demo.Missing ?? "");
        await using var visitor = await demo.VisitorAsync("de-CH");
        var complaints = new List<string>();
        var page = await PlayedDemo.OpenAsync(visitor, "/", complaints);
        var asked = await page.GetAttributeAsync("html", "lang");

        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await Assertions.Expect(page.Locator("#drift-title")).ToHaveTextAsync("Drift of the inputs");
        await page.GotoAsync("/glossary#drift");
        await Assertions.Expect(page.Locator("dt:focus")).ToHaveTextAsync("Drift");

        asked.ShouldBe("de");
        (await page.GetAttributeAsync("html", "lang")).ShouldBe("en");
        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_word_and_a_figure_are_explained_by_the_keyboard_alone()
    {
        Assert.SkipWhen(demo.Missing is not null, demo.Missing ?? "");
        await using var visitor = await demo.VisitorAsync();
        var page = await PlayedDemo.OpenAsync(visitor, "/");
        var (note, word, figure) = (page.Locator(".note"), page.Locator("button[data-term='static-twin']").First, page.Locator(".number.fleet [data-why]"));

        await word.PressAsync("Enter");
        await Assertions.Expect(note).ToContainTextAsync("never updated");
        await Assertions.Expect(word).ToHaveAttributeAsync("aria-expanded", "true");
        await Assertions.Expect(note).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(word).ToBeFocusedAsync();
        await figure.PressAsync("Space");
        await Assertions.Expect(note).ToContainTextAsync(new Regex(@"mlops_model_score.*\d+ of \d+ right, songs [\d,]+ to [\d,]+\. Serves now: version 1\."));

        var shown = (await page.Locator(".number.fleet .value").TextContentAsync())!;
        var told = Regex.Match((await note.TextContentAsync())!, @"(\d+) of (\d+) right");
        shown.ShouldBe((100.0 * int.Parse(told.Groups[1].Value) / int.Parse(told.Groups[2].Value)).ToString("F1"));
        await Assertions.Expect(word).ToHaveAttributeAsync("aria-expanded", "false");
    }

    [Fact]
    public async Task A_cron_job_answers_the_same_songs_while_somebody_compares()
    {
        Assert.SkipWhen(demo.Missing is not null, demo.Missing ?? "");
        await using var visitor = await demo.VisitorAsync();
        var page = await PlayedDemo.OpenAsync(visitor, "/");
        var (button, figure) = (page.GetByRole(AriaRole.Button, new() { Name = "Compare with a cron job" }), page.Locator(".cron-figure"));

        await button.ClickAsync();
        await Assertions.Expect(figure).ToContainTextAsync(new Regex(@"\d+\.\d % cron job"), new() { Timeout = 30_000 });
        await Assertions.Expect(page.Locator(".chart .line.cron")).ToHaveCountAsync(1);
        await figure.Locator("[data-why]").ClickAsync();
        await Assertions.Expect(page.Locator(".note")).ToContainTextAsync(new Regex(@"Every 2,000 songs it trains gradient-boosting.*read up to song [\d,]+\.\d+ of \d+ right"));
        await page.Keyboard.PressAsync("Escape");
        await button.ClickAsync();

        await Assertions.Expect(figure).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".chart .line.cron")).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData(1366, 768, false)]
    [InlineData(390, 844, false)]
    [InlineData(1366, 768, true)]
    public async Task The_tour_has_six_stops_lies_over_nothing_that_it_explains_and_is_offered_once(int width, int height, bool isLarge)
    {
        Assert.SkipWhen(demo.Missing is not null, demo.Missing ?? "");
        await using var visitor = await demo.VisitorAsync(width: width, height: height);
        if (isLarge) await visitor.AddInitScriptAsync("localStorage.setItem('size', 'projector')");
        var page = await PlayedDemo.OpenAsync(visitor, "/");
        var explained = new List<string>();

        await page.Locator("#tour .primary").PressAsync("Enter");
        for (var stop = 1; stop <= 6; stop++)
        {
            await Assertions.Expect(page.Locator(".tour-place")).ToHaveTextAsync($"Stop {stop} of 6");
            await Assertions.Expect(page.Locator("#tour-title")).ToBeFocusedAsync();
            explained.Add(await page.EvaluateAsync<string>(Stop));
            await page.Locator(".tour-stop .primary").PressAsync("Enter");
        }

        explained.ShouldBe(["accuracy", "versions", "drift", "scenarios", "feed", "people"]);
        await Assertions.Expect(page.Locator(".tour-stop")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-panel='people']")).ToBeFocusedAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.Locator(".feed .entry.decision").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#tour")).ToBeHiddenAsync();
        await page.Locator("[data-tour]").ClickAsync();
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".tour-stop, .toured")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("[data-tour]")).ToBeFocusedAsync();
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")).ShouldBeFalse("nothing may scroll sideways");
    }

    /// <summary>Which panel the stop explains; empty where the stop lies over it or out of sight.</summary>
    private const string Stop =
        """
        () => {
          const [card, panel] = ['.tour-stop', '.toured'].map(each => document.querySelector(each).getBoundingClientRect());
          const apart = card.bottom <= panel.top || panel.bottom <= card.top || card.right <= panel.left || panel.right <= card.left;
          const inSight = card.top >= 0 && card.top < innerHeight && panel.top < innerHeight;
          return apart && inSight ? document.querySelector('.toured').dataset.panel : `over or out of sight: ${JSON.stringify([card, panel])}`;
        }
        """;

    private static async Task LookAsync(IPage page, string path, List<string> faults, bool hasProjector)
    {
        await AddAsync("light");
        if (path == "/")
        {
            await page.Locator("#tour .primary").ClickAsync();
            await page.Locator(".number.fleet [data-why]").ClickAsync();
            await AddAsync("light, with tour and note");
            await page.Keyboard.PressAsync("Escape");
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await AddAsync("dark");
        if (hasProjector)
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Large type for a projector" }).ClickAsync();
            await AddAsync("dark, projector");
            await page.GetByRole(AriaRole.Button, new() { Name = "Large type for a projector" }).ClickAsync();
        }

        await page.SetViewportSizeAsync(390, 844);
        await AddAsync("390 pixels");
        if (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")) faults.Add($"{path}: scrolls sideways at 390 pixels");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });

        async Task AddAsync(string mode) => faults.AddRange((await Axe.FaultsAsync(page)).Select(fault => $"{path}, {mode}: {fault}"));
    }

    /// <summary>What stands between the gaps of a text.</summary>
    [GeneratedRegex(@"[^{}]+(?![^{}]*\})")]
    private static partial Regex Pieces();
}
