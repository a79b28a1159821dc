using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Demo.Matrix;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.CommandLine;

internal static class MatrixCommand
{
    public static Command Create(TextWriter output)
    {
        var only = SharedOptions.NoOptionAmong(new Argument<string[]>("SCENARIO") { Description = "Which (default: all).", Arity = ArgumentArity.ZeroOrMore });
        var seeds = SharedOptions.AtLeast(1, new Option<int>("--seeds") { HelpName = "N", Description = "Seeds 1 to N of each.", DefaultValueFactory = _ => 1 });
        var atOnce = SharedOptions.AtLeast(1, new Option<int>("--at-once") { HelpName = "N", Description = "Fleets that play at the same time (default: one a core).", DefaultValueFactory = _ => Environment.ProcessorCount });
        var step = SharedOptions.Step();
        var file = new Option<string?>("--out") { HelpName = "FILE", Description = $"Write the table to this file: between its marks '{MatrixText.Begin}' and '{MatrixText.End}', where it has them." };
        var worth = new Option<bool>("--worth") { Description = "Also play a schedule beside each, and write what fleet and schedule were worth beside doing nothing." };
        var answer = new Option<double>("--price-of-answer") { HelpName = "MONEY", Description = "What one more right answer is worth.", DefaultValueFactory = _ => 0.01 };
        var training = new Option<double>("--price-of-training") { HelpName = "MONEY", Description = "What a training run costs.", DefaultValueFactory = _ => 0.1 };
        var command = new Command("matrix", "Play scenarios and write what the fleet did beside what is right: exit code 0 = all right, 1 = not all.") { only, seeds, atOnce, step, file, worth, SharedOptions.AtLeast(0.0, answer), SharedOptions.AtLeast(0.0, training) };
        command.SetAction(async (parsed, cancellation) =>
        {
            var path = parsed.GetValue(file);
            _ = new ReportTarget(path, "--out");
            var scenarios = parsed.GetValue(only) is { Length: > 0 } some ? [.. some.Select(Find)] : ScenarioCatalog.All;
            var run = new MatrixRun(scenarios, parsed.GetValue(seeds), parsed.GetValue(step), parsed.GetValue(atOnce)) { WithSchedule = parsed.GetValue(worth) };
            var began = TimeProvider.System.GetTimestamp();
            var cells = await run.PlayAsync(cell => output.WriteLine($"{cell.Manifest.Id}, seed {cell.Seed}: {(cell.IsRight ? "right" : "NOT RIGHT")}. {cell.Why}"), cancellation);
            var table = MatrixText.Write(cells);
            if (parsed.GetValue(worth)) table += WorthText.Write(cells, new Prices(parsed.GetValue(answer), parsed.GetValue(training)));
            if (path is null) await output.WriteAsync($"\n{table}");
            else await File.WriteAllTextAsync(path, MatrixText.Into(File.Exists(path) ? await File.ReadAllTextAsync(path, cancellation) : null, table), cancellation);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{cells.Count} runs, {cells.Count(cell => cell.IsRight)} right, in {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0} s."));
            return cells.All(cell => cell.IsRight) ? 0 : 1;
        });
        return command;
    }

    public static IScenario Find(string id) => ScenarioCatalog.TryGet(id, out var why) ?? throw new UnusableInputException(why);
}
