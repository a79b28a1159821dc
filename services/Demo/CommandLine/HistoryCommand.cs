using System.CommandLine;
using System.Globalization;
using System.Text;
using MonitoringDemo.Demo.History;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.CommandLine;

internal static class HistoryCommand
{
    private static readonly string[] _day = ["decades", "taste-flip", "unit-change", "summer-hits", "bad-candidate"];

    public static Command Create(TextWriter output)
    {
        var scenarios = SharedOptions.NoOptionAmong(new Argument<string[]>("SCENARIO") { Description = $"What happens, one after the other (default: {string.Join(' ', _day)}).", Arity = ArgumentArity.ZeroOrMore });
        var file = new Option<string>("--out") { HelpName = "FILE", Description = "Where the metrics go, in the format of OpenMetrics.", DefaultValueFactory = _ => "history.om" };
        var hours = SharedOptions.AtLeast(1, new Option<int>("--hours") { HelpName = "N", Description = "How long it took, on the clock of the metrics.", DefaultValueFactory = _ => 24 });
        var until = new Option<DateTimeOffset?>("--until") { HelpName = "TIME", Description = "When it ended (default: now)." };
        var songs = SharedOptions.AtLeast(100, new Option<int>("--songs") { HelpName = "N", Description = "Songs of each scenario.", DefaultValueFactory = _ => 12_000 });
        var every = SharedOptions.AtLeast(5, new Option<int>("--every") { HelpName = "SECONDS", Description = "Between two samples, on the clock of the metrics.", DefaultValueFactory = _ => 120 });
        var pace = SharedOptions.AtLeast(1.0, new Option<double>("--pace") { HelpName = "N", Description = "Songs a second while it is played, at most: they wait for the fleet.", DefaultValueFactory = _ => 400 });
        var command = new Command("history", "Play a day in minutes and write its metrics, for 'promtool tsdb create-blocks-from openmetrics'.") { scenarios, file, hours, until, songs, every, pace };
        command.SetAction(async (parsed, cancellation) =>
        {
            var names = parsed.GetValue(scenarios) is { Length: > 0 } some ? some : _day;
            var plan = new HistoryPlan(
                [.. names.Select(Find)], parsed.GetValue(songs), parsed.GetValue(until) ?? TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(parsed.GetValue(hours)),
                TimeSpan.FromSeconds(parsed.GetValue(every)), parsed.GetValue(pace));
            var path = parsed.GetRequiredValue(file);
            // A file that cannot be written is refused before the run, not after it.
            _ = new ReportTarget(path, "--out");
            using var data = new TemporaryFolder();
            var settings = new FleetSettings(FleetAddress.Settle(parsed.GetValue(SharedOptions.Urls) ?? FleetAddress.AnyFree), data.Path, Lockstep: false);
            var history = await RowProgress.ShowAsync(output, "history", plan.Songs, progress => HistoryRun.PlayAsync(plan, settings, progress, cancellation));
            await using (var writer = new StreamWriter(path, append: false, new UTF8Encoding(false))) history.Write(writer);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"Written: {path}, {history.Samples:N0} samples in {history.Pages:N0} pages from {plan.TimeOf(0):yyyy-MM-dd HH:mm} to {plan.Until:yyyy-MM-dd HH:mm} (UTC).\nNext: promtool tsdb create-blocks-from openmetrics {path} DIRECTORY"));
            return 0;
        });
        return command;
    }

    private static ScenarioManifest Find(string id) => (ScenarioCatalog.TryGet(id, out var why) ?? throw new UnusableInputException(why)).Manifest is { IsRunOnly: false } manifest
        ? manifest
        : throw new UnusableInputException($"The scenario '{id}' sets or deploys the fleet and needs a run of its own: play it with 'run {id}'.");
}
