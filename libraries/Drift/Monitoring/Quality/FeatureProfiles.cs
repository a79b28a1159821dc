using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring.Quality;

/// <summary>The profiles of all features. They are made of two halves, of which the newer one becomes the older, so that a row is looked at once.</summary>
internal sealed class FeatureProfiles
{
    private const int RowsAtOnce = 64;

    private readonly FeatureProfile[] _profiles;
    private readonly int _longestRun;
    private readonly long[] _keptUntil;
    private readonly double[] _rows;
    private ColumnStretch _older, _newer;
    private long _newerFrom, _newerTo;

    public FeatureProfiles(FeatureSchema schema, MonitorOptions options)
    {
        _profiles = [.. schema.Features.Select(feature => new FeatureProfile(feature))];
        _keptUntil = new long[_profiles.Length];
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

    /// <summary>What the feature's values are like now is what they are like when it is well.</summary>
    /// <param name="f">Which feature.</param>
    /// <param name="values">In the order of their rows; NaN is missing.</param>
    /// <param name="row">Older rows do not count any more.</param>
    public void Accept(int f, ReadOnlySpan<double> values, long row)
    {
        _profiles[f].Learn(values);
        (Low[f], High[f]) = (_profiles[f].Low, _profiles[f].High);
        KeepUntil(f, row);
    }

    /// <summary>The profile stays as it is until rows from this one on make a new one: the rows before it are good for other features only.</summary>
    public void KeepUntil(int f, long row) => _keptUntil[f] = Math.Max(_keptUntil[f], row);

    /// <summary>Renews the profiles, but not those of broken features.</summary>
    public void Learn(RowRing ring, GoodRows good, ReadOnlySpan<bool> isBroken)
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
        for (var f = 0; f < _profiles.Length; f++)
        {
            if (isBroken[f] || good.From < _keptUntil[f]) continue;
            _profiles[f].Learn(_older, _newer, f);
            (Low[f], High[f]) = (_profiles[f].Low, _profiles[f].High);
        }
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_newerFrom);
        writer.Write(_newerTo);
        _older.Save(writer);
        _newer.Save(writer);
        for (var f = 0; f < _profiles.Length; f++)
        {
            writer.Write(_keptUntil[f]);
            _profiles[f].Save(writer);
        }
    }

    public void Restore(BinaryReader reader)
    {
        (_newerFrom, _newerTo) = (reader.ReadInt64(), reader.ReadInt64());
        _older.Restore(reader);
        _newer.Restore(reader);
        for (var f = 0; f < _profiles.Length; f++)
        {
            _keptUntil[f] = reader.ReadInt64();
            _profiles[f].Restore(reader);
            (Low[f], High[f]) = (_profiles[f].Low, _profiles[f].High);
        }
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
}
