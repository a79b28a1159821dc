using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Demo.Matrix;
using MonitoringDemo.Demo.WhatIf;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.CommandLine;

internal static class AblateCommand
{
    public static Command Create(TextWriter output)
    {
        var which = SharedOptions.NoOptionAmong(new Argument<string[]>("SCENARIO") { Description = "Which (default: all).", Arity = ArgumentArity.ZeroOrMore });
        var seeds = SharedOptions.AtLeast(1, new Option<int>("--seeds") { HelpName = "N", Description = "Seeds 1 to N of each.", DefaultValueFactory = _ => 1 });
        var only = new Option<string[]>("--only") { HelpName = "KIND:NAME", Description = "Switch off this part: gate:NAME, detector:NAME or policy:NAME (default: each). May be repeated." };
        var atOnce = SharedOptions.AtLeast(1, new Option<int>("--at-once") { HelpName = "N", Description = "Fleets that play at the same time (default: one a core).", DefaultValueFactory = _ => Environment.ProcessorCount });
        var step = SharedOptions.Step();
        var file = new Option<string?>("--out") { HelpName = "FILE", Description = $"Write the table to this file: between its marks '{MatrixText.Begin}' and '{MatrixText.End}', where it has them." };
        var keep = new Option<string?>("--keep") { HelpName = "FILE", Description = "Keep each result in this file, and play nothing that stands there already." };
        var command = new Command("ablate", "Play scenarios without each part that had something to say in them, and write what each is for.") { which, seeds, only, atOnce, step, file, keep };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file);
            _ = new ReportTarget(path, "--out");
            _ = new ReportTarget(parsed.GetValue(keep), "--keep");
            var parts = parsed.GetValue(only) ?? [];
            _ = WhatIfChanges.Of(new Dictionary<string, string?>(), [], parts, []);
            var scenarios = parsed.GetValue(which) is { Length: > 0 } some ? [.. some.Select(MatrixCommand.Find)] : ScenarioCatalog.All;
            var run = new AblationRun(scenarios, parsed.GetValue(seeds), parsed.GetValue(step), parsed.GetValue(atOnce), parts) { Cells = new AblationCells(parsed.GetValue(keep)) };
            var began = TimeProvider.System.GetTimestamp();
            var cells = await run.PlayAsync(cell => output.WriteLine($"{cell.Scenario}, seed {cell.Seed}{(cell.Part.Length == 0 ? "" : $", without {cell.Part}")}: {(cell.IsRight ? "right" : "NOT RIGHT")}. {cell.Why}"), cancellation);
            var table = AblationText.Write(cells, [.. All.Where(part => parts.Length == 0 || parts.Contains(part))]);
            if (path is null) await output.WriteAsync($"\n{table}");
            else await File.WriteAllTextAsync(path, MatrixText.Into(File.Exists(path) ? await File.ReadAllTextAsync(path, cancellation) : null, table), cancellation);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{cells.Count} runs, in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s."));
            return 0;
        });
        return command;
    }

    /// <summary>Every part that can be switched off.</summary>
    private static IEnumerable<string> All =>
    [
        .. PolicyParts.Rows.Select(row => $"policy:{row.Name}"),
        .. PolicyParts.Gates.Select(gate => $"gate:{gate}"),
        .. WhatIfChanges.DetectorsOf(new Dictionary<string, string?>()).Select(detector => $"detector:{detector}"),
    ];
}
