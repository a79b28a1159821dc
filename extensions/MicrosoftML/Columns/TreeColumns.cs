using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.MicrosoftML.Models;

namespace MonitoringDemo.MicrosoftML.Columns;

/// <summary>Columns for a tree trainer, and the way back: its trees become the trees of the house's own boosted model.</summary>
internal sealed class TreeColumns
{
    private readonly DataSet _data;
    private readonly FeatureBins[] _bins;
    private readonly TreeColumn[] _columns;

    private TreeColumns(DataSet data, FeatureBins[] bins, TreeColumn[] columns) => (_data, _bins, _columns) = (data, bins, columns);

    /// <summary>How many; 0 when no feature tells rows apart.</summary>
    public int Count => _columns.Length;

    public static TreeColumns Learn(DataSet data, int bins)
    {
        var features = BinnedRows.Learn(data, bins);
        return new TreeColumns(data, features, [.. features.SelectMany((feature, i) => TreeColumn.Of(i, feature))]);
    }

    public ColumnMatrix Matrix()
    {
        var values = new float[_data.Count * Count];
        for (var i = 0; i < _data.Count; i++)
        {
            var row = _data.Row(i);
            for (var j = 0; j < Count; j++)
                values[(i * Count) + j] = _columns[j].Value(_bins[_columns[j].Feature].Of(row[_columns[j].Feature]));
        }

        return new ColumnMatrix(values, Count, _data.Labels);
    }

    /// <summary>The model whose log-odds are <paramref name="baseLogOdds"/> plus <paramref name="scale"/> × the trees.</summary>
    public IModel Model(double baseLogOdds, double scale, IEnumerable<LearnedTree> trees) =>
        new BoostedModel(_data.Schema, baseLogOdds, [.. trees.Select(tree => TreeCarrier.Carry(tree, scale, _columns, _data))]);
}
