using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>What a play came to from one row on.</summary>
/// <param name="Answered">Rows with an outcome.</param>
/// <param name="Right">Of these, those that were answered right.</param>
/// <param name="Releases">How often another version came to serve.</param>
/// <param name="Alarms">How many alerts were raised.</param>
/// <param name="Decisions">How often each action was decided, the most frequent first.</param>
/// <param name="Trainings">Training runs of the whole play, the first model's among them.</param>
internal sealed record OutcomeWindow(long Answered, long Right, int Releases, int Alarms, IReadOnlyDictionary<string, int> Decisions, long Trainings)
{
    /// <summary>The share of right answers; null where no outcome has come.</summary>
    public double? Accuracy => Answered == 0 ? null : (double)Right / Answered;

    public static OutcomeWindow Of(PlayedOutcome played, long from)
    {
        var known = played.Rows.Where(row => row.Key >= from && row.Value.IsRight is not null).ToList();
        return new OutcomeWindow(
            known.Count,
            known.Count(row => row.Value.IsRight == true),
            played.Changes.Count(change => change.Row >= from && change.Row > played.Changes[0].Row),
            played.Alarms.Count(alarm => alarm.Row >= from),
            From(played, from).GroupBy(decision => decision.Action).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).ToDictionary(same => same.Key, same => same.Count()),
            played.Trainings);
    }

    public static IEnumerable<DecisionMade> From(PlayedOutcome played, long from) => played.Decisions.Where(decision => decision.Row >= from);

    public string DecisionWords => Decisions.Count == 0 ? "none" : string.Join(", ", Decisions.Select(each => each.Value == 1 ? each.Key : FormattableString.Invariant($"{each.Key} {each.Value}×")));
}
