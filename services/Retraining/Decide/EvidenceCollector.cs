using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>Gathers what was measured on the log's clean rows, and measures what else the policy needs to know, and nothing that it does not.</summary>
internal sealed class EvidenceCollector(Confirmations confirmations, ReleaseWatch watch, ArchiveWatch archive, StandingChallengers challengers, ArtefactStore artefacts, Harms harms)
{
    public Evidence Collect(LogFollower log, RegistryState state, PolicyState policy, PolicyLimits limits)
    {
        var evidence = new Evidence(log.NextRow)
        {
            Release = watch.Standing(state),
            WorldChangedInProbation = watch.WorldChanged(state),
            Archived = archive.Best,
            Challenger = challengers.Standing,
            Refresh = challengers.Refresh,
            Harmless = harms.None(log, state),
        };
        if (policy.Stories.Count == 0) return evidence;

        evidence = evidence with { SinceInputsMoved = confirmations.Of(performance: false), SincePerformanceFell = confirmations.Of(performance: true) };
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var story in policy.Stories)
        {
            if (RowsWanted(story, evidence, limits) is { } wanted && log.JudgedTo - story.LearnFrom >= wanted) rows[story.UpdateId] = CleanRows.Count(log, state, story.LearnFrom);
        }

        evidence = evidence with { CleanRowsSinceOnset = rows };
        var carriers = new Dictionary<string, IReadOnlyList<FeatureLossChange>>(StringComparer.Ordinal);
        foreach (var story in policy.Stories.Where(story => story.IsNewChange && Falls(story, evidence, limits) is { } drop && Restraint.MayTrain(policy, story, evidence, limits, drop)))
            carriers[story.UpdateId] = Carriers.Of(artefacts.Load(state.Champion!.Sha256), log, state, story.Onset);
        return evidence with { Carriers = carriers };
    }

    private static double? Falls(StoryState story, Evidence evidence, PolicyLimits limits) =>
        Restraint.Confirmed(story, evidence, limits, out var seen) || Restraint.Plain(story, evidence, limits, out seen) ? seen.Drop : null;

    /// <summary>Rows since the change below which nothing could be decided, so that they need not be counted; null where nothing is to be decided.</summary>
    private static long? RowsWanted(StoryState story, Evidence evidence, PolicyLimits limits)
    {
        if (story.IsBeingLearned) return story.Refits < limits.Options.MaxRefits ? Math.Max(limits.Options.RefitRows, 2L * story.LastRunRows) : null;
        if (story.OpenOf(Messages.DriftDetection.FindingKinds.Staleness).Count > 0) return 0;
        return Falls(story, evidence, limits) is { } drop ? Math.Max(limits.RowsToRetrain(drop), story.IsNewChange ? 0 : (long)(limits.Options.RetryGrowth * story.LastRunRows)) : null;
    }
}
