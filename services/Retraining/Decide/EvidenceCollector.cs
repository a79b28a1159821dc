using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>Measures on the log's clean rows what the policy needs to know, and nothing that it does not.</summary>
internal sealed class EvidenceCollector(Confirmations confirmations, ReleaseWatch watch, StandingChallenger challenger, ArtefactStore artefacts, Harms harms)
{
    private const int MostArchived = 5;
    private const int LeastRows = 150;
    private const double ArchivedAlpha = 0.001;

    public Evidence Collect(LogFollower log, RegistryState state, PolicyState policy, PolicyLimits limits)
    {
        var evidence = new Evidence(log.NextRow) { Release = watch.Standing(state), Challenger = challenger.Standing, Harmless = harms.None(log, state) };
        if (policy.Stories.Count == 0) return evidence;

        evidence = evidence with
        {
            SinceInputsMoved = confirmations.Of(performance: false, log, state),
            SincePerformanceFell = confirmations.Of(performance: true, log, state),
            CleanRowsSinceOnset = policy.Stories.ToDictionary(story => story.UpdateId, story => CleanRows.Count(log, state, story.Serving?.SinceRow ?? story.Onset), StringComparer.Ordinal),
        };
        var archived = new Dictionary<string, ArchivedStanding>(StringComparer.Ordinal);
        var carriers = new Dictionary<string, IReadOnlyList<FeatureLossChange>>(StringComparer.Ordinal);
        foreach (var story in policy.Stories)
        {
            var confirmed = Restraint.Confirmed(story, evidence, limits, out _);
            if ((confirmed || Restraint.Plain(story, evidence, limits, out _)) && Restraint.MayTrain(policy, story, evidence, limits))
                carriers[story.UpdateId] = Carriers.Of(artefacts.Load(state.Champion!.Sha256), log, state, story.Onset);
            if (confirmed && BestArchived(log, state, policy, story.Onset) is { } best) archived[story.UpdateId] = best;
        }

        return evidence with { Archived = archived, Carriers = carriers };
    }

    private ArchivedStanding? BestArchived(LogFollower log, RegistryState state, PolicyState policy, long onset)
    {
        ArchivedStanding? best = null;
        var champion = artefacts.Load(state.Champion!.Sha256);
        foreach (var version in policy.Restorable.Where(version => version != policy.Champion).Reverse().Take(MostArchived))
        {
            // Only rows that neither was trained on.
            var from = Math.Max(onset, Math.Max(state.Champion.TrainedToRow, state.Version(version).TrainedToRow));
            var rows = CleanRows.ToDataSet(log, CleanRows.Between(log, state, from, long.MaxValue));
            if (rows.Count < LeastRows) continue;

            var championAccuracy = Evaluator.Evaluate(champion, rows).Accuracy;
            var result = PairedComparison.Compare(champion, artefacts.Load(state.Version(version).Sha256), rows);
            var accuracy = championAccuracy + result.AccuracyDifference;
            if (result.LogLossPValue < ArchivedAlpha && result.AccuracyDifference > 0 && accuracy > (best?.Accuracy ?? 0))
                best = new ArchivedStanding(version, rows.Count, accuracy, championAccuracy);
        }

        return best;
    }
}
