using System.Globalization;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;

namespace MonitoringDemo.Drift.Monitoring.Performance;

/// <summary>Tells when the champion's newest training row is longer ago than its owner allows.</summary>
internal sealed class AgeWatch(MonitorOptions options)
{
    private DriftFinding? _finding;
    // Until a champion serves, nothing grows old.
    private long _trainedTo = long.MaxValue;

    /// <summary>Another champion.</summary>
    /// <param name="trainedTo">One past the last row that it was trained on.</param>
    public void Rebase(RowRing ring, long trainedTo, FindingBook book)
    {
        _trainedTo = trainedTo;
        if (_finding is not { } finding || IsTooOld(ring)) return;

        book.End(finding, ring.Next, ring.Next);
        _finding = null;
    }

    public void Look(RowRing ring, FindingBook book)
    {
        if (_finding is not null || !IsTooOld(ring)) return;

        var row = ring.Next - 1;
        var age = ring.Next - _trainedTo;
        _finding = new DriftFinding(
            FindingIds.For(row, DriftFindingKind.Staleness, null), row, DriftFindingKind.Staleness, null, "age", age, options.MostModelRows, _trainedTo, _trainedTo, ring.Next,
            string.Create(CultureInfo.InvariantCulture, $"The newest row that the model was trained on is {age:N0} rows ago; {options.MostModelRows:N0} are allowed."));
        book.Add(_finding);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_finding?.Id ?? "");
        writer.Write(_trainedTo);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        _finding = book.Find(reader.ReadString());
        _trainedTo = reader.ReadInt64();
    }

    private bool IsTooOld(RowRing ring) => options.MostModelRows > 0 && ring.Next - _trainedTo > options.MostModelRows;
}
