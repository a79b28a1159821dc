using System.Globalization;
using System.Net;
using System.Text;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MonitoringDemo.Demo.Slides;

/// <summary>Writes a deck as one page of HTML: a slide a screen, a slide a sheet when printed, notes on demand. It loads nothing.</summary>
internal static class SlidePage
{
    private static readonly MarkdownPipeline s_pipeline = new MarkdownPipelineBuilder().UsePipeTables().DisableHtml().Build();

    /// <param name="name">The deck's file, for messages.</param>
    /// <param name="folder">What its pictures are relative to.</param>
    /// <param name="slides">The deck.</param>
    /// <exception cref="UnusableInputException">A slide cannot be shown; the message names line and mend.</exception>
    public static string Write(string name, string folder, IReadOnlyList<Slide> slides)
    {
        var body = new StringBuilder();
        var title = "";
        for (var i = 0; i < slides.Count; i++)
        {
            var document = Markdown.Parse(slides[i].Markdown, s_pipeline);
            SlidePictures.Embed(document, folder, $"{name}, slide at line {slides[i].Line}");
            var heading = TextOf(document.Descendants<HeadingBlock>().First());
            title = title.Length == 0 ? heading : title;
            body.Append(CultureInfo.InvariantCulture, $"<section class=\"slide\" id=\"s{i + 1}\" aria-label=\"{i + 1} of {slides.Count}: {WebUtility.HtmlEncode(heading)}\" tabindex=\"-1\">\n<div class=\"shown\">\n")
                .Append(document.ToHtml(s_pipeline))
                .Append(CultureInfo.InvariantCulture, $"</div>\n<p class=\"number\" aria-hidden=\"true\">{i + 1} / {slides.Count}</p>\n");
            if (slides[i].Notes.Length > 0)
                body.Append("<aside class=\"notes\" aria-label=\"What the speaker says\">\n").Append(Markdown.ToHtml(slides[i].Notes, s_pipeline)).Append("</aside>\n");
            body.Append("</section>\n");
        }

        return Resource("slides.html")
            .Replace("{title}", WebUtility.HtmlEncode(title), StringComparison.Ordinal)
            .Replace("{style}", Resource("slides.css"), StringComparison.Ordinal)
            .Replace("{script}", Resource("slides.js"), StringComparison.Ordinal)
            .Replace("{slides}", body.ToString(), StringComparison.Ordinal);
    }

    private static string TextOf(HeadingBlock heading) => string.Concat(heading.Inline!.Descendants().Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        _ => "",
    }));

    private static string Resource(string name)
    {
        using var reader = new StreamReader(typeof(SlidePage).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The program lacks its part {name}."));
        return reader.ReadToEnd();
    }
}
