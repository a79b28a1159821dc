using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.DataQuality;

/// <summary>What the values of all columns were like over a stretch of good rows. Two stretches that follow each other add up to a profile.</summary>
internal sealed class ColumnStretch
{
    private readonly double[] _known;
    private readonly ColumnLanes[] _lanes;
    private readonly int[] _counts;

    public ColumnStretch(IReadOnlyList<Feature> features)
    {
        Width = WidthOf(features.Count);
        _known = new double[Width];
        Array.Fill(_known, double.PositiveInfinity);
        for (var f = 0; f < features.Count; f++)
        {
            if (features[f].Kind == FeatureKind.Categorical) _known[f] = features[f].Categories.Count;
        }

        _lanes = new ColumnLanes[Width / Vector256<double>.Count];
        _counts = new int[Width * ColumnLanes.Slots];
        Clear();
    }

    /// <summary>How many values a row takes: whole vectors.</summary>
    public int Width { get; }

    /// <summary>How many rows were taken.</summary>
    public int Rows { get; private set; }

    public static int WidthOf(int columns) => (columns + Vector256<double>.Count - 1) / Vector256<double>.Count * Vector256<double>.Count;

    /// <summary>Of one column, per bin.</summary>
    public ReadOnlySpan<int> Counts(int column) => _counts.AsSpan(column * ColumnLanes.Slots, LogBins.Count);

    public int Missing(int column) => _counts[(column * ColumnLanes.Slots) + LogBins.Count];

    public ref readonly ColumnLanes Lanes(int column, out int lane)
    {
        lane = column % Vector256<double>.Count;
        return ref _lanes[column / Vector256<double>.Count];
    }

    /// <summary>Begins anew, with no row before.</summary>
    public void Clear()
    {
        Rows = 0;
        Array.Clear(_counts);
        Array.Fill(_lanes, new ColumnLanes());
    }

    /// <summary>Begins anew where another stretch ended.</summary>
    /// <param name="before">That stretch.</param>
    /// <param name="longest">Runs are carried on up to this length.</param>
    public void BeginAfter(ColumnStretch before, int longest)
    {
        Rows = 0;
        Array.Clear(_counts);
        for (var i = 0; i < _lanes.Length; i++) _lanes[i] = ColumnLanes.After(before._lanes[i], longest);
    }

    /// <summary>Takes a few hundred rows at the most, row-major, <see cref="Width"/> values each; NaN is missing.</summary>
    public void Take(ReadOnlySpan<double> rows)
    {
        for (var i = 0; i < _lanes.Length; i++)
        {
            var column = i * Vector256<double>.Count;
            var counts = _counts.AsSpan(column * ColumnLanes.Slots, Vector256<double>.Count * ColumnLanes.Slots);
            _lanes[i].Take(rows[column..], Width, Vector256.Create(_known, column), counts);
        }

        Rows += rows.Length / Width;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(Rows);
        writer.Write(MemoryMarshal.AsBytes(_lanes.AsSpan()));
        for (var i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] == 0) continue;
            writer.Write(i);
            writer.Write(_counts[i]);
        }

        writer.Write(-1);
    }

    public void Restore(BinaryReader reader)
    {
        Rows = reader.ReadInt32();
        reader.ReadExactly(MemoryMarshal.AsBytes(_lanes.AsSpan()));
        Array.Clear(_counts);
        for (var i = reader.ReadInt32(); i >= 0; i = reader.ReadInt32()) _counts[i] = reader.ReadInt32();
    }
}
