using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>Gathers what was measured on the log's clean rows, and measures what else the policy needs to know, and nothing that it does not.</summary>
internal sealed class EvidenceCollector(Confirmations confirmations, ReleaseWatch watch, CanaryWatch canary, ArchiveWatch archive, StandingChallengers challengers, SignedArtifacts artifacts, Harms harms)
{
    public Evidence Collect(RowFeed log, RegistryState state, PolicyState policy, PolicyLimits limits)
    {
        var evidence = new Evidence(log.NextRow)
        {
            Release = watch.Standing(state),
            Canary = canary.Standing(log, state),
            Prepared = PreparedStanding.Of(log, state, policy.RowsToWatch),
            ShadowUnscored = watch.Unscored(state),
            WorldChangedInProbation = watch.WorldChanged(state),
            Archived = archive.Best,
            Challenger = challengers.Standing,
            Refresh = challengers.Refresh,
            Harmless = harms.None(log, state),
        };
        if (policy.Incidents.Count == 0) return evidence;

        evidence = evidence with { SinceInputsMoved = confirmations.Of(performance: false), SincePerformanceFell = Uncured(confirmations.Of(performance: true), log, state, policy, limits) };
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        var since = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var incident in policy.Incidents)
        {
            if (RowsWanted(incident, evidence, limits) is not { } wanted || log.JudgedTo - incident.LearnFrom < wanted) continue;
            if (!incident.IsBeingLearned && incident.PerformanceFell.Count > 0) since[incident.UpdateId] = NewestChange.Since(log, state, incident.Onset);
            rows[incident.UpdateId] = CleanRows.Count(log, state, since.GetValueOrDefault(incident.UpdateId, incident.LearnFrom));
        }

        evidence = evidence with { CleanRowsSinceOnset = rows, LearnFrom = since };
        var carriers = new Dictionary<string, IReadOnlyList<FeatureLossChange>>(StringComparer.Ordinal);
        foreach (var incident in policy.Incidents.Where(incident => incident.IsNewChange && Falls(incident, evidence, limits) is { } drop && Restraint.MayTrain(policy, incident, evidence, limits, drop)))
            carriers[incident.UpdateId] = Carriers.Of(artifacts.Load(state.Champion!.Sha256), log, state, evidence.OnsetOf(incident));
        return evidence with { Carriers = carriers };
    }

    /// <summary>A champion of before the change that is as right on the rows since as was usual has cured it, for it was brought back: what others got wrong speaks for no training.</summary>
    private Dictionary<string, Confirmation> Uncured(IReadOnlyDictionary<string, Confirmation> fell, RowFeed log, RegistryState state, PolicyState policy, PolicyLimits limits)
    {
        var uncured = fell.ToDictionary(StringComparer.Ordinal);
        foreach (var incident in policy.Incidents)
        {
            if (incident.Open.Count == 0 || state.Champion!.TrainedToRow > incident.Onset || !fell.TryGetValue(incident.UpdateId, out var seen) || !seen.Fell(limits.LeastDrop, limits.ConfirmEvidence) || incident.PerformanceFell.Count == 0) continue;
            var rows = CleanRows.ToDataSet(log, CleanRows.Between(log, state, NewestChange.Since(log, state, incident.Onset), long.MaxValue));
            if (rows.Count > 0 && Learning.Evaluation.Evaluator.Evaluate(artifacts.Load(state.Champion.Sha256), rows).Accuracy >= seen.ReferenceAccuracy - limits.PlainDrop) uncured.Remove(incident.UpdateId);
        }

        return uncured;
    }

    private static double? Falls(IncidentState incident, Evidence evidence, PolicyLimits limits) =>
        Restraint.Confirmed(incident, evidence, limits, out var seen) || Restraint.Plain(incident, evidence, limits, out seen) ? seen.Drop : null;

    /// <summary>Rows since the change below which nothing could be decided, so that they need not be counted; null where nothing is to be decided.</summary>
    private static long? RowsWanted(IncidentState incident, Evidence evidence, PolicyLimits limits)
    {
        if (incident.IsBeingLearned) return incident.Refits < limits.Options.MaxRefits ? Math.Max(limits.Options.RefitRows, 2L * incident.LastRunRows) : null;
        if (incident.OpenOf(Messages.DriftDetection.FindingKinds.Staleness).Count > 0) return 0;
        return Falls(incident, evidence, limits) is { } drop ? Math.Max(limits.RowsToRetrain(drop), incident.IsNewChange ? 0 : (long)(limits.Options.RetryGrowth * incident.LastRunRows)) : null;
    }
}
