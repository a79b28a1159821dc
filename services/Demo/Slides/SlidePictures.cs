using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace MonitoringDemo.Demo.Slides;

/// <summary>Puts pictures into the page itself, so that it is one file and asks no network.</summary>
internal static class SlidePictures
{
    /// <param name="document">The slide; its pictures' addresses are replaced.</param>
    /// <param name="folder">What they are relative to.</param>
    /// <param name="where">How a message names the slide.</param>
    /// <exception cref="UnusableInputException">A picture is not there, is no SVG or PNG, or says nothing to whoever does not see it.</exception>
    public static void Embed(MarkdownDocument document, string folder, string where)
    {
        foreach (var picture in document.Descendants<LinkInline>().Where(link => link.IsImage))
        {
            if (!picture.Descendants<LiteralInline>().Any(text => text.Content.Length > 0))
                throw new UnusableInputException($"{where}: the picture {picture.Url} has no text; write what it shows between the brackets.");
            picture.Url = Inline(picture.Url ?? "", folder, where);
        }
    }

    private static string Inline(string address, string folder, string where)
    {
        var type = Path.GetExtension(address) switch
        {
            ".svg" => "image/svg+xml",
            ".png" => "image/png",
            _ => throw new UnusableInputException($"{where}: the picture {address}: a file with .svg or .png is wanted."),
        };
        try
        {
            return $"data:{type};base64,{Convert.ToBase64String(File.ReadAllBytes(Path.Combine(folder, address)))}";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"{where}: the picture {address} cannot be read ({e.Message.TrimEnd('.')}).", e);
        }
    }
}
