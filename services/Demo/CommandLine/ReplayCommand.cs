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
        var timeFormat = new Option<string?>("--time-format") { Description = "How the dates of --time are written, for instance dd/MM/yyyy HH:mm (default: the year first, or what the file leaves no doubt about).", HelpName = "FORMAT" };
        var ignore = new Option<string[]>("--ignore") { Description = "Columns that are no features; may be repeated. A name that holds a comma stands alone or in double quotes.", HelpName = "A,B", Arity = ArgumentArity.OneOrMore };
        var missing = new Option<string[]>("--missing") { Description = "A text that means that there is no value, as an empty cell does; may be repeated, and replaces the usual ones (NA, NULL, None, NaN, -, ?, \\N and others).", HelpName = "TEXT", Arity = ArgumentArity.OneOrMore };
        var decimalSign = new Option<string?>("--decimal") { Description = "The decimal sign of all numbers, . or , (default: what the file leaves no doubt about).", HelpName = "SIGN" };
        var encoding = new Option<string?>("--encoding") { Description = "The file's encoding, for instance windows-1252 (default: UTF-8, or UTF-16 where the file is marked).", HelpName = "NAME" };
        var warmup = new Option<int?>("--warmup") { Description = "Rows of history, at least 2 (default: a fifth of the rows, at least 100, at most 5,000).", HelpName = "ROWS" };
        var delay = new Option<string>("--delay") { Description = $"Rows until an outcome is known: {OutcomeDelayText.Forms}.", HelpName = "ROWS", DefaultValueFactory = _ => "0" };
        var never = new Option<double>("--never") { Description = "The share of outcomes that never come, from 0 to 1.", HelpName = "SHARE", DefaultValueFactory = _ => 0 };
        var seed = SharedOptions.Seed();
        var step = SharedOptions.Step();
        var json = SharedOptions.Json();
        var command = new Command("replay", "Play any CSV file through the same fleet, row by row.") { file, label, time, timeFormat, ignore, missing, decimalSign, encoding, warmup, delay, never, seed, step, json };
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
                parsed.GetValue(ignore) ?? [],
                rows,
                OutcomesOf(parsed.GetRequiredValue(delay), parsed.GetValue(never), parsed.GetValue(seed)))
            {
                TimeFormat = parsed.GetValue(timeFormat),
                Missing = parsed.GetValue(missing) ?? [],
                DecimalSign = SignOf(parsed.GetValue(decimalSign)),
                Encoding = parsed.GetValue(encoding),
            });
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

    private static char? SignOf(string? text) => text switch
    {
        null => null,
        "." or "," => text[0],
        _ => throw new UnusableInputException($"--decimal {text}: a point or a comma."),
    };

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
