using MonitoringDemo.Learning.Additive;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Logistic;

/// <summary>Where each feature's columns stand among all columns. Column 0 is the intercept's.</summary>
internal sealed class BinnedLayout
{
    private readonly BinnedEncoder[] _encoders;
    private readonly int[] _starts;
    private readonly int[] _used;

    private BinnedLayout(BinnedEncoder[] encoders, int[] starts, int columns)
    {
        (_encoders, _starts, Columns) = (encoders, starts, columns);
        _used = [.. Enumerable.Range(0, encoders.Length).Where(i => encoders[i].Columns > 1)];
        Follows = new bool[columns];
        foreach (var feature in _used)
        {
            for (var bin = 1; bin < encoders[feature].OrderedColumns; bin++)
                Follows[starts[feature] + bin] = true;
        }
    }

    public int Columns { get; }

    /// <summary>Columns that are the right neighbour of the column before.</summary>
    public bool[] Follows { get; }

    public static BinnedLayout Of(BinnedEncoder[] encoders)
    {
        var starts = new int[encoders.Length];
        var columns = 1;
        for (var i = 0; i < encoders.Length; i++)
        {
            starts[i] = columns;
            columns += encoders[i].Columns > 1 ? encoders[i].Columns : 0;
        }

        return columns <= IndexedDesign.MostColumns
            ? new BinnedLayout(encoders, starts, columns)
            : throw new TrainingException($"The features have {columns} bins and categories together; at most {IndexedDesign.MostColumns} are possible. Lower 'bins' or raise 'min-rows'.");
    }

    public IndexedDesign Design(DataSet data)
    {
        var values = data.Values;
        var stride = data.Schema.Count;
        var indices = new ushort[data.Count * _used.Length];
        for (var k = 0; k < _used.Length; k++)
        {
            var (encoder, start) = (_encoders[_used[k]], _starts[_used[k]]);
            for (int at = k, from = _used[k]; at < indices.Length; at += _used.Length, from += stride)
            {
                var column = encoder.ColumnOf(values[from]);
                indices[at] = (ushort)(column < 0 ? Columns : start + column);
            }
        }

        return new IndexedDesign(indices, _used.Length, data.Count, Columns);
    }

    /// <summary>Each feature's term, with the weights found for its columns.</summary>
    public AdditiveTerm[] Terms(DataSet data, IndexedDesign design, ReadOnlySpan<double> weights)
    {
        var rows = design.RowsPerColumn();
        var terms = new AdditiveTerm[_encoders.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            var columns = _encoders[i].Columns > 1 ? _encoders[i].Columns : 0;
            var own = weights.Slice(_starts[i], columns);
            var sum = FixedOrder.Dot(own, rows.AsSpan(_starts[i], columns));
            terms[i] = _encoders[i].Term(own, sum / data.Count, data.Schema.Features[i].Categories.Count);
        }

        return terms;
    }
}
