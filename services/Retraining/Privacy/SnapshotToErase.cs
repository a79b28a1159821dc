using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Privacy;

/// <summary>A snapshot that holds rows which are to go.</summary>
/// <param name="Versions">The versions that learned from it.</param>
/// <param name="Rows">The rows as they are.</param>
/// <param name="Gone">The numbers of those that go.</param>
internal sealed record SnapshotToErase(IReadOnlyList<int> Versions, DataSet Rows, IReadOnlySet<long> Gone)
{
    /// <summary>Writes the rows that are left, under their own hash, beside what stands there.</summary>
    public ErasedSnapshot Write(IBlobStore blobs)
    {
        var left = Enumerable.Range(0, Rows.Count).Where(i => !Gone.Contains(Rows.RowNumbers[i])).ToList();
        var (values, labels, numbers) = (new double[left.Count * Rows.Schema.Count], new byte[left.Count], new long[left.Count]);
        for (var at = 0; at < left.Count; at++)
        {
            Rows.Row(left[at]).CopyTo(values.AsSpan(at * Rows.Schema.Count));
            (labels[at], numbers[at]) = (Rows.Labels[left[at]], Rows.RowNumbers[left[at]]);
        }

        return new ErasedSnapshot(Versions, DataSetHash.Sha256(Rows), new Snapshots(blobs).Write(new DataSet(Rows.Schema, values, labels, numbers)), Rows.Count - left.Count);
    }
}
