using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Lab 04: accuracy without outcomes, and who lies in which world: the estimate, the outcomes that are known, or neither.</summary>
internal sealed class LateLabels : ILab
{
    private const int Delay = 800;
    private const double Lie = 0.1;
    private const double Tolerance = 0.06;
    private const long RowsOfABlock = LateLabelsStory.Block;
    private const string Neither = "none", Estimate = "estimate", Outcomes = "outcomes";

    private static readonly string[] Words = [Neither, Estimate, Outcomes];

    private static readonly IReadOnlyDictionary<string, LabWorld> ByName = new Dictionary<string, LabWorld>
    {
        ["A"] = World(new UncertainSongs(), seed: 8),
        ["B"] = World(ScenarioCatalog.TryGet("taste-flip")!, seed: 9),
        ["C"] = World(ScenarioCatalog.TryGet("noisy-labels")!, seed: 10),
    };

    public int Number => 4;

    public IReadOnlyList<string> Worlds { get; } = [.. ByName.Keys];

    public async Task CheckAsync(LabCheck check, CancellationToken cancellation)
    {
        var answers = check.Answers();
        foreach (var (name, world) in ByName)
        {
            if (!check.Answered("liar", answers, $"{name}-liar")) return;
            var answer = answers.Word($"{name}-liar", Words);
            var story = new LateLabelsStory(await check.Plays.PlayAsync(world, cancellation), Delay);
            var liar = story.EstimateIsOff > Lie ? Estimate : story.OutcomesAreOff > Lie ? Outcomes : Neither;
            if (!check.Step("liar", answer == liar, answer == liar
                ? $"World {name}: {answer}. At the end the estimate said {story.Estimated:0.00}, the outcomes known by then {story.Known:0.00}; it really was {story.True:0.00}."
                : $"World {name}: not {answer}. Think of what each of the two numbers is made of."))
                return;
            if (!check.Answered("accuracy", answers, $"{name}-accuracy")) return;
            var accuracy = answers.Number($"{name}-accuracy");
            if (!check.Step("accuracy", Math.Abs(accuracy - story.True) <= Tolerance, Math.Abs(accuracy - story.True) <= Tolerance
                ? $"World {name}: {accuracy:0.00} is near enough to the true accuracy of the last {2 * RowsOfABlock} songs that were shown."
                : $"World {name}: {accuracy:0.00} is more than {Tolerance} away from the true accuracy of the last songs that were shown."))
                return;
        }

        if (check.Answered("sooner", answers, "A-rows-sooner"))
            await SoonerAsync(check, answers.Row("A-rows-sooner"), cancellation);
    }

    public async Task WatchAsync(LabPlays plays, string world, TextWriter output, CancellationToken cancellation)
    {
        var play = await plays.PlayAsync(ByName[world], cancellation);
        var story = new LateLabelsStory(play, Delay);
        await output.WriteLineAsync($"World {world}: the same model throughout, {RowsOfABlock} songs a line. 'estimated' is what its scores say of the songs of the line; 'known' is the share of right answers among the outcomes that came meanwhile, of songs {Delay} before.");
        await output.WriteLineAsync($"{"songs to",10}{"estimated",12}{"known",8}{"outcomes",10}");
        foreach (var to in story.Blocks)
        {
            var known = story.KnownBefore(to);
            await output.WriteLineAsync($"{to,10:N0}{story.EstimatedBefore(to),12:0.00}{(known.Count == 0 ? "none" : $"{known.Right:0.00}"),8}{known.Count,10}");
        }
    }

    private static async Task SoonerAsync(LabCheck check, long answer, CancellationToken cancellation)
    {
        var story = new LateLabelsStory(await check.Plays.PlayAsync(ByName["A"], cancellation), Delay);
        var sooner = story.KnownFellAt - story.EstimateFellAt;
        check.Step("sooner", Math.Abs(answer - sooner) <= RowsOfABlock, Math.Abs(answer - sooner) <= RowsOfABlock
            ? $"In world A the estimate had fallen by {Lie} at song {story.EstimateFellAt:N0}, the outcomes at song {story.KnownFellAt:N0}: {sooner:N0} songs later."
            : $"A-rows-sooner {answer} is more than {RowsOfABlock} away: read in both columns where the value is 0.10 below what it was, and take the difference of the two songs.");
    }

    // One model throughout: what would be trained and released is a matter of other labs.
    private static LabWorld World(IScenario scenario, ulong seed) => new(new LateOutcomes(scenario, Delay), seed, onset: 6_000, songs: 8_000)
    {
        Step = 50,
        Options = new Dictionary<string, string?>
        {
            ["Retraining:DisabledResponses:0"] = DecisionActions.Retrain,
            ["Retraining:DisabledResponses:1"] = DecisionActions.Replace,
            ["Retraining:DisabledResponses:2"] = DecisionActions.Restore,
        },
    };
}
