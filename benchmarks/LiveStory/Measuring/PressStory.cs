using MonitoringDemo.InferenceLog;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.LiveStory.Measuring;

/// <summary>What came of one press of a button: what the fleet did, and whether it told the truth about it.</summary>
/// <param name="Press">The first song of the scenario.</param>
/// <param name="End">One past the last song that was watched.</param>
/// <param name="Gap">The fleet beside its static twin.</param>
/// <param name="Recovery">The fleet beside its own past.</param>
/// <param name="Found">The first finding on performance whose evidence can know of the change.</param>
/// <param name="Decision">The first decision that gives the songs another model, for a reason that the page showed.</param>
/// <param name="Remedy">The first change to a model trained mostly on songs since, or to an older one by decision.</param>
/// <param name="Alert">What the alert said.</param>
internal sealed record PressStory(
    long Press, long End, GapBelowTwin Gap, AccuracyRecovery Recovery, Finding? Found, DecisionMade? Decision, ModelChange? Remedy, AlertTold Alert)
{
    /// <summary>Songs served before the outcome of a song arrives: until then nobody can know of a change that leaves the inputs alone.</summary>
    public const int OutcomeDelay = 200;

    private static readonly string[] s_cures = [DecisionActions.Retrain, DecisionActions.Restore, DecisionActions.Replace];

    public static PressStory Measure(LiveRecord record, long press, long end)
    {
        var recovery = AccuracyRecovery.Measure(record.Songs, press, end);
        var shown = record.Feed.Where(entry => entry.Kind == "decision").Select(entry => (entry.Row, entry.UpdateId)).ToHashSet();
        var decisions = record.Decisions.Where(made => made.Row > press + OutcomeDelay && made.Row < end).ToList();
        var changes = record.Songs.Changes.Where(change => change.Row > press + OutcomeDelay && change.Row < end);
        return new PressStory(
            press,
            end,
            GapBelowTwin.Measure(record.Songs, press, press + OutcomeDelay, end),
            recovery,
            record.Findings.Where(f => f.Kind == FindingKinds.RealisedPerformance && f.Row > press + OutcomeDelay && f.Row < end).MinBy(f => f.Row),
            decisions.FirstOrDefault(made => s_cures.Contains(made.Action) && made.Reason.Length > 0 && shown.Contains((made.Row, made.UpdateId))),
            changes.FirstOrDefault(change => IsRemedy(change, record.Decisions, press)),
            AlertTold.Measure(record.Alerts, recovery, press + OutcomeDelay, end));
    }

    private static bool IsRemedy(ModelChange change, IReadOnlyList<DecisionMade> decisions, long press) =>
        change.TrainedFromRow + change.TrainedToRow >= 2 * press
        || decisions.Any(made => made.Action == DecisionActions.Restore && made.Version == change.ChampionVersion && made.Row > press && made.Row <= change.Row);
}
