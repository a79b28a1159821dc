using MonitoringDemo.Drift.Monitoring.Distribution;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring.Plan;

/// <summary>
/// A test of many numeric features at once: the newest rows against the newest of the champion's training rows, as many of each. It compares
/// once for every half window of rows, for such tests cost much; what it said ends after two comparisons in silence.
/// </summary>
internal sealed class JointChannel(PlannedTest plan, string on, int[] columns, IMultivariateTest test, MonitorOptions options) : PlannedChannel(plan, on, Many)
{
    private readonly double[][] _picked = new double[columns.Length][];

    private double[] _reference = [];
    private ColumnScales _scales = ColumnScales.Of([], columns.Length);
    private long _since, _compared;
    private int _silent;

    /// <summary>The numeric features that a plan names; none where it names anything else.</summary>
    public static int[] Columns(FeatureSchema schema, string on)
    {
        var names = on == PlannedTest.EveryFeature
            ? schema.Features.Where(feature => feature.Kind == FeatureKind.Numeric).Select(feature => feature.Name)
            : on.Split(PlannedTest.And, StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal);
        int[] columns = [.. names.Select(schema.IndexOf)];
        return columns.All(column => column >= 0 && schema.Features[column].Kind == FeatureKind.Numeric) ? columns : [];
    }

    public override void Rebase(RowRing ring, long row, long trainedFrom, long trainedTo, FindingBook book)
    {
        base.Rebase(ring, row, trainedFrom, trainedTo, book);
        (_since, _compared, _silent) = (row, row, 0);
        var wanted = Math.Max(Plan.Window, options.LeastReferenceRows);
        Refer(Rows(ReferenceRows.Trained(ring, Math.Max(trainedFrom, trainedTo - wanted), trainedTo, options)));
    }

    /// <summary>Compares, at a row at which drift is looked at.</summary>
    public void Check(RowRing ring, FindingBook book)
    {
        var to = options.Vetted(ring.Next);
        var from = Math.Max(_since, to - Plan.Window);
        if (to - from < Plan.Window || to - _compared < Plan.Window / 2 || _reference.Length < options.LeastReferenceRows * columns.Length) return;

        _compared = to;
        var current = Rows(ReferenceRows.Of(ring, from, to));
        // The row is the seed: a monitor that was resumed draws as one that never stopped.
        var result = test.Test(_scales.Apply(_reference), _scales.Apply(current), columns.Length, (ulong)to);
        var speaks = result.IsComputable && (Plan.Threshold is { } least ? result.Statistic >= least : result.PValue < Plan.Alpha);
        _silent = speaks ? 0 : _silent + 1;
        if (speaks && !IsOpen) Open(ring, from, result.Statistic, Plan.Threshold ?? Plan.Alpha, book);
        else if (IsOpen && _silent >= 2) Close(ring, book);
    }

    public override void Save(BinaryWriter writer)
    {
        base.Save(writer);
        writer.Write(_since);
        writer.Write(_compared);
        writer.Write(_silent);
        writer.Write(_reference.Length);
        foreach (var value in _reference) writer.Write(value);
    }

    public override void Restore(BinaryReader reader, FindingBook book)
    {
        base.Restore(reader, book);
        (_since, _compared) = (reader.ReadInt64(), reader.ReadInt64());
        _silent = reader.ReadInt32();
        var reference = new double[reader.ReadInt32()];
        for (var i = 0; i < reference.Length; i++) reference[i] = reader.ReadDouble();
        Refer(reference);
    }

    private void Refer(double[] rows) => (_reference, _scales) = (rows, ColumnScales.Of(rows, columns.Length));

    /// <summary>The columns side by side, row-major.</summary>
    private double[] Rows(ReferenceRows rows)
    {
        for (var j = 0; j < columns.Length; j++) _picked[j] = rows.Values(columns[j]);
        var values = new double[rows.Count * columns.Length];
        for (var i = 0; i < values.Length; i++) values[i] = _picked[i % columns.Length][i / columns.Length];
        return values;
    }
}
