using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Retraining.Retire.Rules;

/// <summary>Versions that nothing needs go out of use by age and number, one stage at a time.</summary>
internal sealed class RetirementIsDue : IRule
{
    public string Evidence => "a version is older than is kept, and nothing needs it";

    public IReadOnlyList<string> Actions => [DecisionActions.Retire];

    public IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits)
    {
        var (options, moved) = (limits.Retirement, state.Retirement.Commands.Count);
        if (options is { KeepVersions: 0, DeprecateAfter.Ticks: 0 } && state.Retirement.Moves.IsEmpty) yield break;
        for (var version = Usage.Twin + 1; version <= state.Usage.Newest; version++)
        {
            if (state.Usage.Needs(version) is not null || version == state.Usage.Back || state.Retirement.Commands.Exists(command => command.Version == version)) continue;
            if (Next(version, state, options) is not var (stage, why)) continue;
            var sunset = stage == VersionStages.Deprecated ? state.Now + options.ArchiveAfter : (DateTimeOffset?)null;
            yield return Move.Of(FormattableString.Invariant($"{limits.Model}-retire-{evidence.Row}"), version, stage, why, null, sunset, evidence.Row, state, limits.Model, ++moved);
        }
    }

    private static (string Stage, string Why)? Next(int version, PolicyState state, RetirementOptions options)
    {
        var (now, retirement) = (state.Now, state.Retirement);
        switch (retirement.Of(version))
        {
            case null when options.KeepVersions > 0 && version <= state.Usage.Newest - options.KeepVersions:
                return (VersionStages.Deprecated, $"Version {version} is deprecated: the newest {options.KeepVersions} are kept.");
            case null when options.DeprecateAfter > TimeSpan.Zero && retirement.NeededAt.TryGetValue(version, out var needed) && needed + options.DeprecateAfter <= now:
                return (VersionStages.Deprecated, FormattableString.Invariant($"Version {version} is deprecated: nothing has needed it since {needed:yyyy-MM-dd HH:mm}Z."));
            case { Stage: VersionStages.Deprecated, Sunset: { } sunset } when sunset <= now:
                return (VersionStages.Archived, $"Version {version} is archived: the notice of its end is over.");
            case { Stage: VersionStages.Archived } archived when options.DeleteAfter > TimeSpan.Zero && archived.Since + options.DeleteAfter <= now:
                return (VersionStages.Deleted, FormattableString.Invariant($"Version {version} is deleted: it has been archived since {archived.Since:yyyy-MM-dd HH:mm}Z. Its record stays."));
            default:
                return null;
        }
    }
}
