using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Slides;

namespace MonitoringDemo.Demo.Tests.Slides;

public sealed class SlidesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_workshops_deck_becomes_one_page_that_loads_nothing()
    {
        using var output = new StringWriter();

        var code = await DemoCommandLine.RunAsync(["slides", "--out", _folder.Path], output, TextWriter.Null, TestContext.Current.CancellationToken);

        var html = await File.ReadAllTextAsync(Path.Combine(_folder.Path, "slides.html"), TestContext.Current.CancellationToken);
        code.ShouldBe(0);
        output.ToString().ShouldContain("18 slides");
        html.Split("<section class=\"slide\"").Length.ShouldBe(19);
        html.ShouldContain("<title>Models go stale</title>");
        html.ShouldContain("data:image/svg+xml;base64,");
        html.ShouldContain("@media print");
        html.ShouldNotContain("{slides}");
        foreach (var loads in new[] { "src=\"http", "src=\"diagrams", "<link", "@import", "url(" })
            html.ShouldNotContain(loads);
    }

    [Fact]
    public void Dashes_part_slides_and_comments_are_notes_but_not_in_code()
    {
        var slides = SlideDeck.Read("deck.md", "# One\n\n<!--\nSay *this*.\n-->\n\n---\n\n## Two\n\n```\na\n---\nb\n```\n");

        var html = SlidePage.Write("deck.md", _folder.Path, slides);

        slides.Select(slide => (slide.Line, slide.Notes)).ShouldBe([(1, "Say *this*."), (8, "")]);
        html.ShouldContain("aria-label=\"1 of 2: One\"");
        html.ShouldContain("<p>Say <em>this</em>.</p>");
        html.ShouldContain("a\n---\nb");
    }

    [Fact]
    public void Html_in_a_deck_stays_text()
    {
        var html = SlidePage.Write("deck.md", _folder.Path, SlideDeck.Read("deck.md", "# A <script>alert(1)</script>\n"));

        html.ShouldNotContain("<script>alert");
        html.ShouldContain("&lt;script&gt;alert");
    }

    [Theory]
    [InlineData("# One\n---\n---\n# Three\n", "deck.md, line 3: an empty slide")]
    [InlineData("# One\n---\nNo heading\n", "deck.md, line 3: the slide begins without a heading")]
    [InlineData("# One\n\n![](loop.svg)\n", "deck.md, slide at line 1: the picture loop.svg has no text")]
    [InlineData("# One\n\n![A loop](loop.gif)\n", "deck.md, slide at line 1: the picture loop.gif: a file with .svg or .png is wanted.")]
    [InlineData("# One\n\n![A loop](loop.svg)\n", "deck.md, slide at line 1: the picture loop.svg cannot be read")]
    [InlineData("# One\n\n![A loop](https://example.org/loop.svg)\n", "deck.md, slide at line 1: the picture https://example.org/loop.svg cannot be read")]
    public void A_deck_that_cannot_be_shown_is_refused_with_line_and_mend(string text, string message)
    {
        var refused = Should.Throw<UnusableInputException>(() => SlidePage.Write("deck.md", _folder.Path, SlideDeck.Read("deck.md", text)));

        refused.Message.ShouldStartWith(message);
    }

    [Theory]
    [InlineData("slides no/such/deck.md", "no/such/deck.md: cannot be read")]
    [InlineData("slides --out /dev/null/slides", "--out /dev/null/slides: cannot be written")]
    public async Task What_cannot_be_read_or_written_is_one_line(string typed, string message)
    {
        using var error = new StringWriter();

        var code = await DemoCommandLine.RunAsync(typed.Split(' '), TextWriter.Null, error, TestContext.Current.CancellationToken);

        code.ShouldBe(2);
        error.ToString().ShouldStartWith(message);
    }
}
