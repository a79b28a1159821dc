using System.CommandLine;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Demo.WhatIf;
using MonitoringDemo.Drift.Monitoring.Plan;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Rewind;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.CommandLine;

internal static class WhatIfCommand
{
    public static Command Create(TextWriter output)
    {
        var subject = new Argument<string?>("INCIDENT|SCENARIO") { Description = "An incident of the data directory, as 'report' lists them, or a scenario, which is played first.", Arity = ArgumentArity.ZeroOrOne };
        var set = Several("--set", "KEY=VALUE", "A setting that is other than it was.");
        var without = Several("--without", "KIND:NAME", "What to leave out: gate:NAME, detector:NAME or policy:NAME.");
        var detector = Several("--detector", "NAME", "A detector or test to watch beside the fleet's own.");
        var list = new Option<bool>("--list") { Description = "List all names and settings instead." };
        var (seed, step, json) = (SharedOptions.Seed(), SharedOptions.Step(), SharedOptions.Json());
        var html = new Option<string?>("--html") { HelpName = "FILE", Description = "Write a page with both outcomes to this file." };
        var command = new Command("whatif", "Play a recording again, as it was and with a change, and put both outcomes side by side: exit code 2 when it does not come out as recorded.") { subject, set, without, detector, list, seed, step, json, html };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(list)) return List(output);
            var id = parsed.GetValue(subject) ?? throw new UnusableInputException("Name an incident of the data directory ('report' lists them) or a scenario ('scenarios' lists them).");
            var (page, file) = (new ReportTarget(parsed.GetValue(html), "--html"), new ReportTarget(parsed.GetValue(json)));
            var screen = page.IsStandardOutput || file.IsStandardOutput ? TextWriter.Null : output;
            WhatIfChanges Changes(IReadOnlyDictionary<string, string?> recorded) => WhatIfChanges.Of(recorded, parsed.GetValue(set) ?? [], parsed.GetValue(without) ?? [], parsed.GetValue(detector) ?? []);
            // A wrong name is told before anything is played.
            _ = Changes(new Dictionary<string, string?>());
            using var place = await PlaceAsync(parsed, id, parsed.GetValue(seed), parsed.GetValue(step), screen, cancellation);
            try
            {
                var run = place.Run();
                var result = await PlayAsync(run, Changes(run.Recording.Settings), screen, cancellation);
                page.Write(WhatIfPage.Write(result), output);
                file.Write(WhatIfFile.Write(result), output);
                return 0;
            }
            catch (RecordingException e)
            {
                throw new UnusableInputException($"'{place.Directory}' cannot be played again: {e.Message.TrimEnd('.')}.", e);
            }
        });
        return command;
    }

    private static async Task<WhatIfResult> PlayAsync(WhatIfRun run, WhatIfChanges changes, TextWriter screen, CancellationToken cancellation)
    {
        var rows = run.Rows;
        var recorded = await RowProgress.ShowAsync(screen, "as recorded", rows, progress => run.PlayAsRecordedAsync(progress, cancellation));
        await screen.WriteLineAsync(FormattableString.Invariant($"Without a change: the same {recorded.Decisions.Count} decisions and {recorded.Rows.Count:N0} answers as recorded."));
        if (changes.Words.Count == 0) return Shown(new WhatIfResult(run.Subject, run.From, rows, [], recorded, null, null), screen);

        var changed = await RowProgress.ShowAsync(screen, "changed", rows, progress => run.PlayChangedAsync(changes, progress, cancellation));
        var undelayed = changed.FreeFrom is not { } from ? null : await RowProgress.ShowAsync(screen, "without delays", rows, progress => run.PlayUndelayedAsync(from, progress, cancellation));
        await screen.WriteLineAsync($"Changed: {string.Join("; ", changes.Words)}. {(changed.Difference is null ? "Nothing is decided otherwise." : $"It first goes another way {changed.Difference}")}");
        return Shown(new WhatIfResult(run.Subject, run.From, rows, changes.Words, recorded, changed.Outcome, changed.Difference) { Undelayed = undelayed }, screen);
    }

    private static WhatIfResult Shown(WhatIfResult result, TextWriter screen)
    {
        if (screen != TextWriter.Null) Screen.On(screen).Write(WhatIfText.Write(result));
        return result;
    }

    private static async Task<WhatIfPlace> PlaceAsync(ParseResult parsed, string id, ulong seed, int step, TextWriter screen, CancellationToken cancellation)
    {
        if (ScenarioCatalog.TryGet(id) is not { } scenario) return WhatIfPlace.OfIncident(parsed.GetValue(SharedOptions.Data) ?? DataFolder.Default, id);
        if (parsed.GetValue(SharedOptions.Data) is not null)
            throw new UnusableInputException($"'{id}' is a scenario, which is played anew; --data goes with an incident.");
        if (scenario.Deployed.Count > 0)
            throw new UnusableInputException($"'{id}' deploys the fleet anew on its way, and a what-if plays one deployment: play it with 'run {id}'.");
        var folder = new TemporaryFolder();
        var settings = new FleetSettings(FleetAddress.AnyFree, folder.Path, Lockstep: true) { Seed = seed };
        var report = await RowProgress.ShowAsync(screen, id, scenario.Manifest.Songs, progress => new ScenarioRun(scenario, scenario.Manifest, seed, step).PlayAsync(settings, progress, cancellation));
        await screen.WriteLineAsync($"{id}, seed {seed}: {report.Verdict}. {report.Why}");
        return WhatIfPlace.OfScenario(folder, id, scenario.Manifest.Onset);
    }

    private static int List(TextWriter output)
    {
        output.WriteLine($"gates: {string.Join(", ", PolicyParts.Gates)}");
        output.WriteLine("policy rows:");
        foreach (var (name, evidence) in PolicyParts.Rows) output.WriteLine($"  {name}: {evidence}");
        output.WriteLine($"detectors: {string.Join(", ", WhatIfChanges.DetectorsOf(new Dictionary<string, string?>()))}");
        output.WriteLine($"to add with --detector: {string.Join(", ", new TestCatalog().Names)}");
        output.WriteLine("settings:");
        foreach (var key in SettingKeys.All) output.WriteLine($"  {(key.EndsWith(':') ? key + "0" : key)}");
        return 0;
    }

    private static Option<string[]> Several(string name, string help, string description) => new(name) { HelpName = help, Description = $"{description} May be repeated.", AllowMultipleArgumentsPerToken = false };
}
