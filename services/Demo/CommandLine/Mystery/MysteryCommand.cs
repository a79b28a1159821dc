using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Mystery.Case;
using MonitoringDemo.Demo.Mystery.Scripts;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.CommandLine.Mystery;

/// <summary>Hidden incidents of a running classroom, and the proof of their score.</summary>
internal static class MysteryCommand
{
    public static Command Create(TextWriter output) => new("mystery", "Hidden scenarios for the teams of a classroom that runs.")
    {
        Start(output), Reveal(output), ScoreScripts(output),
    };

    private static Command Start(TextWriter output)
    {
        var (team, url) = (Team(), Url());
        var seed = new Option<ulong?>("--seed") { HelpName = "N", Description = "Decides which scenario and when (default: any)." };
        var command = new Command("start", "Order a mystery: it begins some songs later, and its team is told neither what nor when.") { team, seed, url };
        command.SetAction((parsed, cancellation) => ClassroomCall.OrderAsync(parsed.GetValue(url), "mystery", new { team = parsed.GetValue(team), seed = parsed.GetValue(seed) }, "Ordered.", output, cancellation));
        return command;
    }

    private static Command Reveal(TextWriter output)
    {
        var (team, url) = (Team(), Url());
        var command = new Command("reveal", "End a mystery and tell its team all.") { team, url };
        command.SetAction((parsed, cancellation) => ClassroomCall.OrderAsync(parsed.GetValue(url), "reveal", new { team = parsed.GetValue(team) }, "Revealed.", output, cancellation));
        return command;
    }

    private static Command ScoreScripts(TextWriter output)
    {
        var only = SharedOptions.NoOptionAmong(new Argument<string[]>("SCENARIO") { Description = "Which (default: all).", Arity = ArgumentArity.ZeroOrMore });
        var rows = SharedOptions.AtLeast(2_500L, new Option<long>("--rows") { HelpName = "N", Description = "Songs from the onset on.", DefaultValueFactory = _ => 5_000 });
        var (seed, step) = (SharedOptions.Seed(), SharedOptions.Step());
        var command = new Command("score-scripts", "Play scenarios with a perfect team, one that does nothing and one that always retrains: exit code 0 = their points are as far apart as they have to be.") { only, rows, seed, step };
        command.SetAction(async (parsed, cancellation) =>
        {
            var scenarios = parsed.GetValue(only) is { Length: > 0 } some ? [.. some.Select(Find)] : MysteryDraw.Scored;
            var wrong = 0;
            await output.WriteLineAsync("| scenario | perfect | does nothing | always retrains | |\n|---|---:|---:|---:|---|");
            var gate = new SemaphoreSlim(1);
            await Parallel.ForEachAsync(scenarios, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation }, async (scenario, stop) =>
            {
                var scores = await new ScriptedPlay(scenario, parsed.GetValue(seed), parsed.GetValue(rows), parsed.GetValue(step)).PlayAsync(stop);
                await gate.WaitAsync(stop);
                wrong += scores.AreRight ? 0 : 1;
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                    $"| `{scores.ScenarioId}` | {scores.Perfect.Score.Total:0.0} | {scores.DoNothing.Score.Total:0.0} | {scores.RetrainAlways.Score.Total:0.0} | {(scores.AreRight ? "" : "NOT RIGHT")} |"));
                gate.Release();
            });
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"{scenarios.Count} scenarios, {scenarios.Count - wrong} as they have to be: perfect at least {ScriptScores.PerfectAtLeast}, nothing at most {ScriptScores.DoNothingAtMost}, always retraining below {ScriptScores.RetrainAlwaysBelow}."));
            return wrong == 0 ? 0 : 1;
        });
        return command;
    }

    private static Option<string?> Team() => new("--team") { HelpName = "NAME", Description = "Whose (default: all)." };

    private static Option<string?> Url() => new("--url") { HelpName = "URL", Description = $"Where the classroom is (default: {FleetAddress.Default}); {AccessToken.Variable} holds the instructor's token." };

    private static IScenario Find(string id) => MysteryDraw.Scored.FirstOrDefault(scenario => scenario.Manifest.Id == id)
        ?? throw new UnusableInputException($"No scenario '{id}' that a mystery could be; there are {string.Join(", ", MysteryDraw.Scored.Select(s => s.Manifest.Id))}.");
}
