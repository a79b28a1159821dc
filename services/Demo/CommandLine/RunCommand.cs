using System.CommandLine;
using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.CommandLine;

internal static class RunCommand
{
    public static Command Create(TextWriter output)
    {
        var scenario = new Argument<string>("SCENARIO") { Description = "One of those that 'scenarios' lists, or two at once: FIRST+SECOND@ROWS." };
        var seed = SharedOptions.Seed();
        var songs = new Option<long?>("--songs") { Description = "Songs in all, warm-up included (default: the scenario's).", HelpName = "N" };
        var step = SharedOptions.Step();
        var json = SharedOptions.Json();
        var command = new Command("run", "Play a scenario in lockstep and judge the fleet: exit code 0 = pass, 1 = fail.") { scenario, seed, songs, step, json };
        command.SetAction(async (parsed, cancellation) =>
        {
            var run = Choose(parsed.GetRequiredValue(scenario), parsed.GetValue(songs), parsed.GetValue(seed), parsed.GetValue(step));
            var target = new ReportTarget(parsed.GetValue(json));
            var screen = target.IsStandardOutput ? TextWriter.Null : output;
            using var home = new LockstepHome(parsed, run.Seed);
            var report = await RowProgress.ShowAsync(
                screen, run.Manifest.Id, run.Manifest.Songs, progress => run.PlayAsync(home.Settings, progress, cancellation));
            target.Write(report, output);
            ReportSummary.Write(report, screen);
            return report.Verdict == "pass" ? 0 : 1;
        });
        return command;
    }

    private static ScenarioRun Choose(string id, long? songs, ulong seed, int step)
    {
        var scenario = ScenarioCatalog.TryGet(id, out var why) ?? throw new UnusableInputException(why);
        try
        {
            return new ScenarioRun(scenario, songs is { } count ? scenario.Manifest.WithSongs(count) : scenario.Manifest, seed, step);
        }
        catch (ArgumentOutOfRangeException e)
        {
            var least = Math.Max(scenario.Manifest.Onset, scenario.Manifest.WarmUp) + 1;
            throw new UnusableInputException($"--songs {songs}: the scenario '{id}' needs at least {least}.", e);
        }
    }
}
