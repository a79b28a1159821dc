using System.CommandLine;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Retraining.Card;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary><c>models card</c>.</summary>
internal static class ModelCardCommand
{
    public static Command Create(TextWriter output)
    {
        var version = new Argument<int>("VERSION") { Description = "A version, as models lists it." };
        var file = new Option<string?>("--out") { HelpName = "FILE", Description = "Write the card to this file: .html or .md (default: Markdown on standard output)." };
        var command = new Command("card", "Write a version's model card: use, data, measures by slice, calibration, fairness, robustness, limits, lineage, releases.") { version, file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetValue(file);
            var (format, target) = (FormatOf(path), new ReportTarget(path ?? "-", "--out"));
            var card = new RegistryOf(parsed).Ask(registry => ModelCards.Write(registry.Journal, registry.Blobs, registry.Log, parsed.GetValue(version), DemoModel.SaidOf(registry.Log), format));
            target.Write(card, output);
            if (!target.IsStandardOutput) output.WriteLine($"Written: {path}");
            return 0;
        });
        return command;
    }

    private static CardFormat FormatOf(string? path) => Path.GetExtension(path) switch
    {
        null or "" when path is null or "-" => CardFormat.Markdown,
        ".md" => CardFormat.Markdown,
        ".html" or ".htm" => CardFormat.Html,
        _ => throw new UnusableInputException($"--out {path}: a card is written as .html or .md."),
    };
}
