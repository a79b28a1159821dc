using MonitoringDemo.InferenceLog.Erase;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Privacy;

/// <summary>What an erasure takes.</summary>
/// <param name="Rows">The rows, by number, ascending.</param>
/// <param name="Versions">The versions that learned from some of them.</param>
public sealed record ErasurePlan(IReadOnlyList<long> Rows, IReadOnlyList<int> Versions)
{
    internal static ErasurePlan Of(SubjectKey key, DataDirectory data, RegistryState state, IBlobStore blobs)
    {
        var log = Path.Combine(data.Root, "log");
        var rows = new SortedSet<long>(Directory.Exists(log) ? LogErasure.Find(log, key) : []);
        // A snapshot keeps rows that the log may have forgotten.
        if (key.RequestId is null)
        {
            foreach (var (_, kept) in Kept(state, blobs)) rows.UnionWith(RowsOf(kept, key));
        }

        return new ErasurePlan([.. rows], [.. SnapshotsOf([.. rows], state, blobs).SelectMany(snapshot => snapshot.Versions).Order()]);
    }

    internal static IEnumerable<SnapshotToErase> SnapshotsOf(IReadOnlyList<long> rows, RegistryState state, IBlobStore blobs)
    {
        var gone = rows.ToHashSet();
        foreach (var (versions, kept) in Kept(state, blobs))
        {
            if (kept.RowNumbers.ToArray().Any(gone.Contains)) yield return new SnapshotToErase(versions, kept, gone);
        }
    }

    private static IEnumerable<(IReadOnlyList<int> Versions, DataSet Rows)> Kept(RegistryState state, IBlobStore blobs) => state.Versions
        .Where(version => !state.Retirement.IsDeleted(version.Version))
        .GroupBy(version => version.RowsSha256, version => version.Version)
        .Select(group => ((IReadOnlyList<int>)[.. group], new Snapshots(blobs).Read(group.Key)));

    private static IEnumerable<long> RowsOf(DataSet kept, SubjectKey key)
    {
        for (var i = 0; i < kept.Count; i++)
        {
            if (key.Feature is { } feature ? feature < kept.Schema.Count && kept.Row(i)[feature] == key.Value : kept.RowNumbers[i] == key.Row) yield return kept.RowNumbers[i];
        }
    }
}
