using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring;

/// <summary>The profiles of all features. They are made of two halves, of which the newer one becomes the older, so that a row is looked at once.</summary>
internal sealed class FeatureProfiles
{
    private const int RowsAtOnce = 64;

    private readonly FeatureProfile[] _profiles;
    private readonly int _longestRun;
    private readonly double[] _rows;
    private ColumnStretch _older, _newer;
    private long _newerFrom, _newerTo;

    public FeatureProfiles(FeatureSchema schema, MonitorOptions options)
    {
        _profiles = [.. schema.Features.Select(feature => new FeatureProfile(feature))];
        (_older, _newer) = (new ColumnStretch(schema.Features), new ColumnStretch(schema.Features));
        (_longestRun, _rows) = (options.ProfileRows, new double[RowsAtOnce * _newer.Width]);
        (Low, High) = (new double[_newer.Width], new double[_newer.Width]);
    }

    /// <summary>In schema order.</summary>
    public IReadOnlyList<FeatureProfile> All => _profiles;

    /// <summary>Per column, in whole vectors: where the middle 90 % begin.</summary>
    public double[] Low { get; }

    /// <summary>Per column, in whole vectors: where the middle 90 % end.</summary>
    public double[] High { get; }

    /// <summary>Renews the profiles.</summary>
    public void Learn(RowRing ring, GoodRows good)
    {
        (_older, _newer) = (_newer, _older);
        // What became the older half must be just the rows before the newer one; after a break it is not.
        if (_newerFrom != good.From || _newerTo != good.Middle || _older.Rows == 0)
        {
            _older.Clear();
            Take(_older, ring, good, good.From, good.Middle);
        }

        _newer.BeginAfter(_older, _longestRun);
        Take(_newer, ring, good, good.Middle, good.To);
        (_newerFrom, _newerTo) = (good.Middle, good.To);
        Complete();
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_newerFrom);
        writer.Write(_newerTo);
        _older.Save(writer);
        _newer.Save(writer);
    }

    public void Restore(BinaryReader reader)
    {
        (_newerFrom, _newerTo) = (reader.ReadInt64(), reader.ReadInt64());
        _older.Restore(reader);
        _newer.Restore(reader);
        if (_newer.Rows > 0) Complete();
    }

    private void Take(ColumnStretch half, RowRing ring, GoodRows good, long from, long to)
    {
        for (var i = 0; i < good.Stretches.Count; i++)
        {
            var (row, left) = good.Stretches[i];
            if (row < from || row >= to) continue;
            for (; left > 0; left -= RowsAtOnce, row += RowsAtOnce)
            {
                var rows = _rows.AsSpan(0, Math.Min(left, RowsAtOnce) * half.Width);
                ring.GatherRows(row, half.Width, rows);
                half.Take(rows);
            }
        }
    }

    private void Complete()
    {
        for (var f = 0; f < _profiles.Length; f++)
        {
            _profiles[f].Learn(_older, _newer, f);
            (Low[f], High[f]) = (_profiles[f].Low, _profiles[f].High);
        }
    }
}
