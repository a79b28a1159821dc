using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.Retraining.Audit.Export;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary><c>registry verify|export</c>: the registry as evidence.</summary>
internal static class RegistryCommand
{
    public static Command Create(TextWriter output)
    {
        var from = new Option<string?>("--from") { HelpName = "TIME", Description = "The first moment, for instance 2026-01-31 or 2026-01-31T08:00:00Z (default: the beginning)." };
        var to = new Option<string?>("--to") { HelpName = "TIME", Description = "The moment after the last (default: the end)." };
        var file = new Option<string>("--out") { HelpName = "FILE", Description = "The file to write: .html for people, .jsonl for programs; - writes JSON lines to standard output.", Required = true };
        var export = new Command("export", "Write who or what did what, on what evidence, under which policy, for a period; also while a demo works in the data directory. Exit code 1 when the registry does not hold.") { from, to, file };
        export.SetAction(parsed =>
        {
            var (path, first, end) = (parsed.GetRequiredValue(file), Moment("--from", parsed.GetValue(from)), Moment("--to", parsed.GetValue(to)));
            if (first >= end) throw new UnusableInputException("--to has to be after --from.");
            var target = new ReportTarget(path, "--out");
            if (!target.IsStandardOutput && Path.GetExtension(path) is not (".html" or ".jsonl")) throw new UnusableInputException($"--out {path}: the name has to end in .html or .jsonl.");
            var (report, lines, model) = new RegistryOf(parsed).Ask(registry =>
                (RegistryAudit.Run(registry.Journal, registry.Blobs, registry.Verifier), AuditExport.Lines(registry.Journal, first, end), Retraining.Register.RegistryReader.ModelName(registry.Journal)));
            target.Write(path.EndsWith(".html", StringComparison.Ordinal) ? AuditPage.Of(model, lines, report, $"From {Words(first, "the beginning")} to {Words(end, "the end")}.") : AuditExport.JsonLines(lines), output);
            if (!target.IsStandardOutput) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Written: {path}, {lines.Count:N0} of {report.Records:N0} records. {(report.Holds ? "The registry holds." : "The registry does not hold: 'registry verify' says what is wrong.")}"));
            return report.Holds ? 0 : 1;
        });
        return new Command("registry", "The registry as evidence.") { VerifyModels.Create(output), export };
    }

    private static string Words(DateTimeOffset? moment, string otherwise) => moment?.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture) ?? otherwise;

    private static DateTimeOffset? Moment(string option, string? text) => text is null ? null
        : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment) ? moment
        : throw new UnusableInputException($"{option} {text}: a time is wanted, for instance 2026-01-31 or 2026-01-31T08:00:00Z.");
}
