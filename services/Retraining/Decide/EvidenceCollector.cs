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

        evidence = evidence with { SinceInputsMoved = confirmations.Of(performance: false), SincePerformanceFell = Uncured(confirmations.Of(performance: true), log, state, policy, limits) };
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        var since = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var story in policy.Stories)
        {
            if (RowsWanted(story, evidence, limits) is not { } wanted || log.JudgedTo - story.LearnFrom < wanted) continue;
            if (!story.IsBeingLearned && story.PerformanceFell.Count > 0) since[story.UpdateId] = NewestChange.Since(log, state, story.Onset);
            rows[story.UpdateId] = CleanRows.Count(log, state, since.GetValueOrDefault(story.UpdateId, story.LearnFrom));
        }

        evidence = evidence with { CleanRowsSinceOnset = rows, LearnFrom = since };
        var carriers = new Dictionary<string, IReadOnlyList<FeatureLossChange>>(StringComparer.Ordinal);
        foreach (var story in policy.Stories.Where(story => story.IsNewChange && Falls(story, evidence, limits) is { } drop && Restraint.MayTrain(policy, story, evidence, limits, drop)))
            carriers[story.UpdateId] = Carriers.Of(artefacts.Load(state.Champion!.Sha256), log, state, evidence.OnsetOf(story));
        return evidence with { Carriers = carriers };
    }

    /// <summary>A champion of before the change that is as right on the rows since as was usual has cured it, for it was brought back: what others got wrong speaks for no training.</summary>
    private Dictionary<string, Confirmation> Uncured(IReadOnlyDictionary<string, Confirmation> fell, LogFollower log, RegistryState state, PolicyState policy, PolicyLimits limits)
    {
        var uncured = fell.ToDictionary(StringComparer.Ordinal);
        foreach (var story in policy.Stories)
        {
            if (story.Open.Count == 0 || state.Champion!.TrainedToRow > story.Onset || !fell.TryGetValue(story.UpdateId, out var seen) || !seen.Fell(limits.LeastDrop, limits.ConfirmEvidence) || story.PerformanceFell.Count == 0) continue;
            var rows = CleanRows.ToDataSet(log, CleanRows.Between(log, state, NewestChange.Since(log, state, story.Onset), long.MaxValue));
            if (rows.Count > 0 && Learning.Evaluation.Evaluator.Evaluate(artefacts.Load(state.Champion.Sha256), rows).Accuracy >= seen.ReferenceAccuracy - limits.PlainDrop) uncured.Remove(story.UpdateId);
        }

        return uncured;
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
