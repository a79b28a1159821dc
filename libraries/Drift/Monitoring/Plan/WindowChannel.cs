using MonitoringDemo.Drift.Monitoring.Distribution;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;

namespace MonitoringDemo.Drift.Monitoring.Plan;

/// <summary>A two-sample test of the newest rows against the champion's training rows; of scores, against its first ones. What it said ends after two checks in silence.</summary>
internal sealed class WindowChannel(PlannedTest plan, string on, int column, ITwoSampleTest test, MonitorOptions options) : PlannedChannel(plan, on, column)
{
    private const int MostReferenceRows = 5_000;

    private double[] _reference = [];
    private long _since;
    private int _silentChecks;

    public override void Rebase(RowRing ring, long row, long trainedFrom, long trainedTo, FindingBook book)
    {
        base.Rebase(ring, row, trainedFrom, trainedTo, book);
        (_since, _silentChecks) = (row, 0);
        _reference = Column == Scores ? [] : ReferenceRows.Trained(ring, Math.Max(trainedFrom, trainedTo - MostReferenceRows), trainedTo, options).Values(Column);
    }

    /// <summary>Compares, at a row at which drift is looked at.</summary>
    public void Check(RowRing ring, FindingBook book)
    {
        var to = options.Vetted(ring.Next);
        if (_reference.Length < options.LeastReferenceRows && to - _since >= options.ScoreReferenceRows)
        {
            _reference = ReferenceRows.Of(ring, _since, to).Values(Column);
            _since = to;
        }

        var from = Math.Max(_since, to - Plan.Window);
        if (_reference.Length < options.LeastReferenceRows || to - from < Plan.Window) return;

        var result = test.Test(_reference, ReferenceRows.Of(ring, from, to).Values(Column));
        var speaks = result.IsComputable && (Plan.Threshold is { } least ? result.Statistic >= least : result.PValue < Plan.Alpha);
        _silentChecks = speaks ? 0 : _silentChecks + 1;
        if (speaks && !IsOpen) Open(ring, from, result.Statistic, Plan.Threshold ?? Plan.Alpha, book);
        else if (IsOpen && _silentChecks >= 2) Close(ring, book);
    }

    public override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.Write(_since);
        writer.Write(_silentChecks);
        writer.Write(_reference.Length);
        foreach (var value in _reference) writer.Write(value);
    }

    public override void Restore(BinaryReader reader, FindingBook book)
    {
        base.Restore(reader, book);
        _since = reader.ReadInt64();
        _silentChecks = reader.ReadInt32();
        _reference = new double[reader.ReadInt32()];
        for (var i = 0; i < _reference.Length; i++) _reference[i] = reader.ReadDouble();
    }
}
