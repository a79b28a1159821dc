using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Lab 03: four worlds without a name; what happened, where, and what to do about it.</summary>
internal sealed class RightResponse : ILab
{
    /// <summary>What is asked for where nothing has to be done.</summary>
    private const string Nothing = "none";
    private const long RowsOfALine = 250;
    private const long RowsApart = 250;

    private static readonly string[] Shown = ["loudness", "valence", "tempo", "duration_ms", "danceability"];
    private static readonly string[] Responses = [DecisionActions.Watch, DecisionActions.Retrain, DecisionActions.Quarantine, Nothing];

    private static readonly IReadOnlyDictionary<string, LabWorld> ByName = new Dictionary<string, LabWorld>
    {
        ["A"] = LabWorld.Of("summer-hits", seed: 3, onset: 5_250, songs: 7_000),
        ["B"] = LabWorld.Of("unit-change", seed: 4, onset: 4_750, songs: 6_000),
        ["C"] = LabWorld.Of("taste-flip", seed: 5, onset: 5_500, songs: 6_500),
        ["D"] = LabWorld.Of("steady", seed: 6, onset: 5_000, songs: 6_500),
    };

    public int Number => 3;

    public IReadOnlyList<string> Worlds { get; } = [.. ByName.Keys];

    public async Task CheckAsync(LabCheck check, CancellationToken cancellation)
    {
        var answers = check.Answers();
        foreach (var (name, world) in ByName)
        {
            if (!check.Answered("response", answers, $"{name}-response")) return;
            var answer = answers.Word($"{name}-response", Responses);
            var play = await check.Plays.PlayAsync(world, cancellation);
            var (did, row, reason) = WhatTheFleetDid(play);
            if (did != Right(world)) throw new InvalidOperationException($"Lab 03 is broken: in world {name} the fleet decided '{did}' where '{Right(world)}' is right.");
            if (!check.Step("response", answer == did, answer == did
                ? $"World {name}: {answer}. {(row is null ? "The fleet did nothing either." : $"The fleet decided so at row {row:N0}: {reason}")}{Price(world)}"
                : $"World {name}: not {answer}. {Consequence(answer, did)}"))
                return;
            if (did == Nothing) continue;
            if (!check.Answered("since", answers, $"{name}-since")) return;
            var since = answers.Row($"{name}-since");
            if (!check.Step("since", Math.Abs(since - play.Onset) <= RowsApart, Math.Abs(since - play.Onset) <= RowsApart
                ? $"World {name} changed at row {play.Onset:N0}; you said {since:N0}."
                : $"World {name} did not change near row {since:N0}; {RowsApart} rows more or less would do."))
                return;
        }

    }

    public async Task WatchAsync(LabPlays plays, string world, TextWriter output, CancellationToken cancellation)
    {
        var play = await plays.PlayAsync(ByName[world], cancellation);
        await output.WriteLineAsync($"World {world}: {RowsOfALine} songs a line, the mean of some of their values, and how many answers of model 1 to them were right once that was known.");
        await output.WriteLineAsync($"{"songs from",10}  {string.Join("", Shown.Select(feature => $"{feature,14}"))}{"right",10}");
        for (var row = play.Rows.First; row + RowsOfALine <= play.Rows.First + play.Rows.Served.Count; row += RowsOfALine)
            await output.WriteLineAsync($"{row,10:N0}  {string.Join("", Shown.Select(feature => $"{Mean(play, feature, row),14:0.00}"))}{RightShare(play, row, row + RowsOfALine),10}");
    }

    /// <summary>What training on the newest rows would have come to where the data were broken: asked of the world, for the fleet refuses to.</summary>
    private static string Price(LabWorld world)
    {
        if (Right(world) != DecisionActions.Quarantine) return "";
        var (naive, kept) = NaiveRetraining.Measure(world);
        return $" Trained on 1,000 of those rows, a model answers {100 * naive:0} of 100 songs right once the feed is mended; the one that was kept {100 * kept:0}.";
    }

    private static (string Action, long? Row, string Reason) WhatTheFleetDid(LabPlay play)
    {
        var decision = play.Report.Decisions.FirstOrDefault(each => each.Row >= play.Onset && each.Action is DecisionActions.Retrain or DecisionActions.Quarantine)
            ?? play.Report.Decisions.FirstOrDefault(each => each.Row >= play.Onset);
        return decision is null ? (Nothing, null, "") : (decision.Action, decision.Row, decision.Reason);
    }

    private static string Right(LabWorld world) => world.Manifest.RightResponse;

    private static string Consequence(string answer, string right) => (answer, right) switch
    {
        (DecisionActions.Retrain, DecisionActions.Quarantine) => "A model trained on those rows learns what will be wrong tomorrow.",
        (DecisionActions.Retrain, DecisionActions.Watch) => "The model is as right as before; a training costs, and may make it worse.",
        (DecisionActions.Retrain, Nothing) => "What moved there by as much as chance moves it.",
        (_, DecisionActions.Retrain) => "Meanwhile most of its answers are wrong, and will stay so.",
        (DecisionActions.Quarantine, _) => "No value there is impossible; to throw such songs away is to be blind to the world.",
        (_, DecisionActions.Quarantine) => "Look at the values themselves: can they be true?",
        (Nothing, _) => "Compare the lines before and after with each other: more moved than chance moves.",
        _ => "Compare the lines before and after with each other: is there anything to watch?",
    };

    private static double Mean(LabPlay play, string feature, long from)
    {
        var (at, sum) = (SongSchema.Instance.IndexOf(feature), 0.0);
        for (var row = from; row < from + RowsOfALine; row++) sum += play.Rows.Served[(int)(row - play.Rows.First)].Features[at];
        return sum / RowsOfALine;
    }

    private static string RightShare(LabPlay play, long from, long to)
    {
        var known = play.Rows.Outcomes.Where(outcome => outcome.Row >= from && outcome.Row < to).ToList();
        return known.Count < RowsOfALine / 2 ? "not known" : $"{100.0 * known.Count(outcome => outcome.StaticRight) / known.Count:0} %";
    }
}
