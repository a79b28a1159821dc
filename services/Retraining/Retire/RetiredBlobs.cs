using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Retire;

/// <summary>Takes away what only deleted versions had. The journal is the truth: what a death left behind goes at the next start.</summary>
internal sealed class RetiredBlobs(IBlobStore blobs)
{
    private RetirementState? _swept;

    /// <exception cref="StoreUnavailableException">The store could not be asked: it is tried again.</exception>
    public void Sweep(RegistryState state)
    {
        if (ReferenceEquals(_swept, state.Retirement)) return;
        foreach (var name in Gone(state)) blobs.Delete(name);
        _swept = state.Retirement;
    }

    /// <summary>The names that are no longer needed: two versions may have the same bytes, or the same rows.</summary>
    public static IEnumerable<string> Gone(RegistryState state)
    {
        if (state.Retirement.Moves.IsEmpty) return [];
        var deleted = state.Versions.ToLookup(version => state.Retirement.IsDeleted(version.Version));
        return deleted[true].SelectMany(NamesOf).Distinct().Except(deleted[false].SelectMany(NamesOf));
    }

    private static IEnumerable<string> NamesOf(VersionRecord version) =>
    [
        RegistryBlobs.Artifact(version.Sha256), RegistryBlobs.Envelope(version.Sha256), RegistryBlobs.Snapshot(version.RowsSha256), RegistryBlobs.FormerSnapshot(version.RowsSha256),
    ];
}
