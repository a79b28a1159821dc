using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Retire;

/// <summary>Which versions the fleet needs, so that none of them is archived or deleted.</summary>
/// <param name="Newest">The newest version.</param>
/// <param name="Champion">The version that serves.</param>
/// <param name="Tried">Versions that are scored beside it, answer a share, or wait for people.</param>
/// <param name="Back">The version that an emergency roll-back would bring back; 0 for none.</param>
internal sealed record Usage(int Newest, int Champion, IReadOnlyList<int> Tried, int Back)
{
    /// <summary>The static twin: it is scored on every request for ever.</summary>
    public const int Twin = 1;

    public static Usage None { get; } = new(0, 0, [], 0);

    public static Usage Of(RegistryState state)
    {
        var champion = state.Release!.Change.Champion.Version;
        return new Usage(
            state.Versions.Count, champion, [.. state.People.Waiting.Select(waiting => waiting.Version).Concat(state.ShadowVersion is { } shadow ? [shadow] : [])],
            state.People.Champions.FindLast(version => version != champion && state.MayServeAgain(version)));
    }

    /// <summary>Why a version has to stay; null where nothing needs it.</summary>
    public string? Needs(int version) =>
        version == Champion ? "it serves"
        : version == Twin ? "it is the static twin, which is scored on every request"
        : Tried.Contains(version) ? "it is being tried, or waits for people"
        : null;
}
