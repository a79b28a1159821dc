using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Slides;

namespace MonitoringDemo.Demo.CommandLine;

internal static class SlidesCommand
{
    private const string Deck = "docs/workshop/slides.md";

    public static Command Create(TextWriter output)
    {
        var file = new Argument<string?>("FILE") { Description = $"A deck in Markdown (default: {Deck}).", Arity = ArgumentArity.ZeroOrOne };
        var folder = new Option<string>("--out") { HelpName = "DIR", Description = "Where the page is written.", DefaultValueFactory = _ => "slides" };
        var command = new Command("slides", "Write a deck as one page of HTML, to show and to print. It needs no network.") { file, folder };
        command.SetAction(parsed =>
        {
            var deck = parsed.GetValue(file) ?? Path.Combine(RepositoryRoot.Find(), Deck);
            var slides = SlideDeck.Read(Path.GetFileName(deck), Read(deck));
            var html = SlidePage.Write(Path.GetFileName(deck), Path.GetDirectoryName(Path.GetFullPath(deck))!, slides);
            var path = Path.Combine(parsed.GetRequiredValue(folder), Path.ChangeExtension(Path.GetFileName(deck), ".html"));
            Write(path, html);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{path}: {slides.Count} slides. Open it in a browser; print it there for a PDF."));
            return 0;
        });
        return command;
    }

    private static string Read(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"{path}: cannot be read ({e.Message.TrimEnd('.')}); name a deck in Markdown.", e);
        }
    }

    private static void Write(string path, string html)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, html);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"--out {Path.GetDirectoryName(path)}: cannot be written ({e.Message.TrimEnd('.')}).", e);
        }
    }
}
