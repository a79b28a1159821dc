using System.CommandLine;
using MonitoringDemo.Demo.Replay;

namespace MonitoringDemo.Demo.CommandLine;

internal static class ReplayCommand
{
    public static Command Create(TextWriter output)
    {
        var file = new Argument<string>("FILE") { Description = "A CSV or CSV.gz file with a header." };
        var label = new Option<string>("--label") { Description = "The column to predict; two classes.", HelpName = "COLUMN", Required = true };
        var time = new Option<string?>("--time") { Description = "Sort by this column, which is then no feature (default: the file's order).", HelpName = "COLUMN" };
        var ignore = new Option<string?>("--ignore") { Description = "Columns that are no features.", HelpName = "A,B" };
        var warmup = new Option<int?>("--warmup") { Description = "Rows of history, at least 2 (default: a fifth of the rows, at least 100, at most 5,000).", HelpName = "ROWS" };
        var delay = SharedOptions.AtLeast(0, new Option<int>("--delay") { Description = "Rows until an outcome is known.", HelpName = "ROWS", DefaultValueFactory = _ => 0 });
        var seed = SharedOptions.Seed();
        var step = SharedOptions.Step();
        var json = SharedOptions.Json();
        var command = new Command("replay", "Play any CSV file through the same fleet, row by row.") { file, label, time, ignore, warmup, delay, seed, step, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var target = new ReportTarget(parsed.GetValue(json));
            var screen = target.IsStandardOutput ? TextWriter.Null : output;
            var rows = parsed.GetValue(warmup);
            if (rows < 2)
                throw new UnusableInputException($"--warmup {rows}: at least 2 rows.");
            var world = ReplayReader.Read(new ReplaySettings(
                parsed.GetRequiredValue(file),
                parsed.GetRequiredValue(label),
                parsed.GetValue(time),
                (parsed.GetValue(ignore) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                rows,
                parsed.GetValue(delay)));
            InferredSchema.Write(world, screen);
            var run = new ReplayRun(world, parsed.GetValue(seed), parsed.GetValue(step));
            using var home = new LockstepHome(parsed, run.Seed);
            var report = await RowProgress.ShowAsync(
                screen, world.FileName, world.Rows, progress => run.PlayAsync(home.Settings, progress, cancellation));
            target.Write(report, output);
            ReportSummary.Write(report, screen);
            return 0;
        });
        return command;
    }
}
