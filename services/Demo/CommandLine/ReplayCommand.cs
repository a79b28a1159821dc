using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Demo.Replay;
using MonitoringDemo.Traffic.Worlds.Outcomes;

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
        var delay = new Option<string>("--delay") { Description = $"Rows until an outcome is known: {OutcomeDelayText.Forms}.", HelpName = "ROWS", DefaultValueFactory = _ => "0" };
        var never = new Option<double>("--never") { Description = "The share of outcomes that never come, from 0 to 1.", HelpName = "SHARE", DefaultValueFactory = _ => 0 };
        var seed = SharedOptions.Seed();
        var step = SharedOptions.Step();
        var json = SharedOptions.Json();
        var command = new Command("replay", "Play any CSV file through the same fleet, row by row.") { file, label, time, ignore, warmup, delay, never, seed, step, json };
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
                OutcomesOf(parsed.GetRequiredValue(delay), parsed.GetValue(never), parsed.GetValue(seed))));
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

    private static IOutcomeDelay OutcomesOf(string delay, double never, ulong seed)
    {
        if (never is not (>= 0 and <= 1))
            throw new UnusableInputException(string.Create(CultureInfo.InvariantCulture, $"--never {never}: a share from 0 to 1."));
        try
        {
            var outcomes = OutcomeDelayText.Parse(delay, seed);
            return never > 0 ? new LossyDelay(outcomes, never, seed) : outcomes;
        }
        catch (FormatException e)
        {
            throw new UnusableInputException($"--delay {e.Message}");
        }
    }
}
