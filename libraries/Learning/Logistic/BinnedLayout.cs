using MonitoringDemo.Learning.Additive;
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

    public AdditiveTerm[] Terms(DataSet data, ReadOnlySpan<double> weights)
    {
        var terms = new AdditiveTerm[_encoders.Length];
        for (var i = 0; i < terms.Length; i++)
        {
            var own = _encoders[i].Columns > 1 ? weights.Slice(_starts[i], _encoders[i].Columns) : default;
            var term = _encoders[i].Term(own, 0.0, data.Schema.Features[i].Categories.Count);
            terms[i] = term with { Average = TermAverage.Over(data, i, term) };
        }

        return terms;
    }
}
