using System.CommandLine;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Retraining.Bill;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary><c>models bom</c>.</summary>
internal static class ModelBillCommand
{
    public static Command Create(TextWriter output)
    {
        var version = new Argument<int>("VERSION") { Description = "A version, as models lists it." };
        var file = new Option<string?>("--out") { HelpName = "FILE", Description = "Write the bill to this file (default: standard output)." };
        var command = new Command("bom", "Write a version's bill of materials, CycloneDX 1.6: model, rows, program, packages, runtime.") { version, file };
        command.SetAction(parsed =>
        {
            var target = new ReportTarget(parsed.GetValue(file) ?? "-", "--out");
            var bill = new RegistryOf(parsed).Ask(registry => BillsOfMaterials.Write(registry.Journal, parsed.GetValue(version), DemoModel.SaidOf(registry.Log)));
            target.Write(bill, output);
            if (!target.IsStandardOutput) output.WriteLine($"Written: {parsed.GetValue(file)}");
            return 0;
        });
        return command;
    }
}
