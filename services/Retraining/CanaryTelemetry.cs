using System.Diagnostics.Metrics;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.ServiceDefaults;

namespace MonitoringDemo.Retraining;

/// <summary>How far the canary is, and what became of those before it.</summary>
internal sealed class CanaryTelemetry
{
    /// <summary>It answers all requests.</summary>
    public const string Promoted = "promoted";

    /// <summary>The champion answers all requests again.</summary>
    public const string RolledBack = "rolled_back";

    /// <summary>It ended with something else: the world changed, it could not be loaded, or another version was brought back.</summary>
    public const string Ended = "ended";

    private readonly string _model;
    private readonly Counter<long> _canaries;
    private int? _canary;

    public CanaryTelemetry(IMeterFactory meters, ModelSlot slot, PolicyLimits limits, Registry registry)
    {
        _model = slot.Model;
        var meter = meters.Create(RetrainingTelemetry.Name);
        meter.CreateObservableGauge("mlops_canary_share_ratio", () => new Measurement<double>(ShareOf(registry), Model()), description: "The share of requests that a canary is to answer; 0 where there is none.");
        meter.CreateObservableGauge("mlops_canary_step", () => new Measurement<int>(limits.Shares.Count(share => share <= ShareOf(registry)), Model()), description: "The step that a canary is in, counted from 1; 0 where there is none.");
        _canaries = meter.CreateCounter<long>("mlops_canaries", description: "Canaries that ended, by what became of them.");
        foreach (var outcome in (ReadOnlySpan<string>)[Promoted, RolledBack, Ended]) Count(outcome, 0);
        _canary = registry.State.Release is { Phase: ReleasePhase.Canary } ? registry.State.ShadowVersion : null;
    }

    /// <summary>Counts what a new entry of the journal says.</summary>
    public void Appended(JournalEntry entry)
    {
        if (entry.Happened is not Released { Change: var change } released) return;

        if (_canary is { } before && (released.Phase != ReleasePhase.Canary || change.Shadow?.Version != before))
            Count(change.Champion.Version == before ? Promoted : change.Stage == ReleaseStages.RolledBack ? RolledBack : Ended, 1);
        _canary = released.Phase == ReleasePhase.Canary ? change.Shadow?.Version : null;
    }

    private static double ShareOf(Registry registry) => registry.State.Release?.Change.CanaryShare ?? 0;

    private void Count(string outcome, long canaries) => _canaries.Add(canaries, Model(), new("outcome", outcome));

    private KeyValuePair<string, object?> Model() => new("model", _model);
}
