using System.Globalization;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;

namespace MonitoringDemo.Drift.Monitoring.Performance;

/// <summary>Tells when outcomes stop: from then on nobody knows how right the answers are.</summary>
/// <remarks>
/// How long a wait is usual is learned from the waits so far, in rows, so that a stream whose outcomes come once a week is not
/// taken for one whose outcomes have stopped. Before the first few waits it says nothing.
/// </remarks>
internal sealed class OutcomeFlowWatch(MonitorOptions options)
{
    private DriftFinding? _finding;
    private long _lastAt;
    private long _longestWait;
    private int _waits;

    /// <summary>Outcomes came.</summary>
    public void Arrived(RowRing ring, FindingBook book)
    {
        var wait = ring.Next - _lastAt;
        if (_finding is { } finding)
        {
            book.End(finding, ring.Next - 1, ring.Next - 1);
            _finding = null;
        }
        else if (wait > 0 && _lastAt > 0)
        {
            (_waits, _longestWait) = (_waits + 1, Math.Max(_longestWait, wait));
        }

        _lastAt = ring.Next;
    }

    /// <summary>Looks at how long none has come.</summary>
    public void Look(RowRing ring, FindingBook book)
    {
        if (_finding is not null || _waits < options.LeastWaits) return;

        var (silent, usual) = (ring.Next - _lastAt, Math.Max(options.LeastSilentRows, options.SilentWaits * _longestWait));
        if (silent <= usual) return;

        var row = ring.Next - 1;
        _finding = new DriftFinding(
            FindingIds.For(row, DriftFindingKind.LabelFlow, null), row, DriftFindingKind.LabelFlow, null, "outcome-wait", silent, usual, _lastAt, _lastAt, ring.Next,
            string.Create(CultureInfo.InvariantCulture, $"No outcome has come for {silent:N0} rows; the longest wait before was {_longestWait:N0}."));
        book.Add(_finding);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_finding?.Id ?? "");
        writer.Write(_lastAt);
        writer.Write(_longestWait);
        writer.Write(_waits);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        _finding = book.Find(reader.ReadString());
        _lastAt = reader.ReadInt64();
        _longestWait = reader.ReadInt64();
        _waits = reader.ReadInt32();
    }
}
