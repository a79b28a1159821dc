using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Releases.Fleet;

/// <summary>What became of a candidate that was ordered.</summary>
/// <param name="Version">Its number; null where none was registered.</param>
/// <param name="EndedBy">The gate or step that ended it; null while it serves, or is on its way.</param>
/// <param name="Why">Why.</param>
/// <param name="Serves">Whether it answers all requests, and its probation is over.</param>
/// <param name="Highest">The furthest that it came.</param>
internal sealed record Fate(int? Version, string? EndedBy, string Why, bool Serves, string Highest)
{
    public bool IsOver => EndedBy is not null || Serves;

    /// <summary>Reads it out of what the journal said.</summary>
    public static Fate Of(IReadOnlyList<JournalEntry> entries, string updateId)
    {
        var fate = new Fate(null, null, "", false, "the gates");
        foreach (var entry in entries)
        {
            fate = entry.Happened switch
            {
                TrainingEnded ended when ended.UpdateId == updateId => fate with { EndedBy = ended.RefusedBy ?? ended.Outcome, Why = ended.Reason },
                VersionRegistered { Version: var version } when version.UpdateId == updateId =>
                    fate with { Version = version.Version, EndedBy = version.RejectedBecause?.Split(':')[0], Why = version.RejectedBecause ?? "" },
                VersionRejected rejected when rejected.Version == fate.Version && fate.EndedBy is null => fate with { EndedBy = rejected.Gate, Why = rejected.Because, Serves = false },
                Decided { Decision: { Version: null, Gate: { } gate } decision } when decision.UpdateId == updateId && fate.Version is null => fate with { EndedBy = gate, Why = decision.Reason },
                Released released => fate.After(released),
                _ => fate,
            };
        }

        return fate;
    }

    private Fate After(Released released)
    {
        var change = released.Change;
        if (Version is not { } version || EndedBy is not null) return this;
        if (change.Champion.Version == version)
            return this with { Highest = released.Phase == ReleasePhase.Settled ? "in service" : "probation", Serves = released.Phase == ReleasePhase.Settled };
        if (change.Shadow?.Version == version && released.Phase is ReleasePhase.Shadow or ReleasePhase.Canary)
            return this with { Highest = change.CanaryShare is { } share ? FormattableString.Invariant($"canary, {100 * share:0.#} %") : "shadow" };
        // Another took its place: it served, and is served no more.
        return Highest is "probation" or "in service" ? this with { Serves = true } : this with { EndedBy = "ended", Why = change.Reason };
    }
}
