using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Privacy;

/// <summary>What an erasure changes: its rows are learned from no more, and versions say how many of theirs are gone. Pure.</summary>
internal static class PrivacyFold
{
    public static RegistryState Erased(RegistryState state, RowsErased erased)
    {
        state = state with { Erasures = state.Erasures.Add(erased) };
        foreach (var snapshot in erased.Snapshots)
        {
            foreach (var number in snapshot.Versions)
            {
                var version = state.Version(number);
                state = state with { Versions = state.Versions.SetItem(number - 1, version with { KeptRowsSha256 = snapshot.After, ErasedRows = (version.ErasedRows ?? 0) + snapshot.Rows }) };
            }
        }

        return state;
    }
}
