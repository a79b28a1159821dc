using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Retraining.Audit;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary><c>models verify</c>.</summary>
internal static class VerifyModels
{
    public static Command Create(TextWriter output)
    {
        var command = new Command("verify", "Check the journal's chain and signed head, and each version's artifact, signature and rows. Exit code 1 when something does not hold.");
        command.SetAction(parsed =>
        {
            var report = new RegistryOf(parsed).Ask(registry => RegistryAudit.Run(registry.Journal, registry.Blobs, registry.Verifier));
            foreach (var problem in report.Problems)
                output.WriteLine($"{problem.Where}: {problem.What}");
            output.WriteLine(Summary(report));
            return report.Holds ? 0 : 1;
        });
        return command;
    }

    private static string Summary(AuditReport report) => string.Create(CultureInfo.InvariantCulture,
        $"{(report.Holds ? "All holds" : $"{report.Problems.Count} that does not hold")}: {report.Records:N0} records{Signed(report)}, {report.Versions} versions{(report.Deleted > 0 ? $" ({report.Deleted} of them deleted)" : "")}, {report.Signatures} signatures, {report.Snapshots} snapshots{(report.ErasedRows > 0 ? $", {report.ErasedRows} rows erased" : "")}.");

    private static string Signed(AuditReport report) =>
        report.SignedRecords is { } signed ? string.Create(CultureInfo.InvariantCulture, $" ({signed:N0} under the signed head)") : " (no signed head)";
}
