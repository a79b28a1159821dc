using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>A model that grows tree by tree.</summary>
internal sealed class BoostingRun
{
    private const int StepsOfGradient = 8;

    private readonly DataSet _data;
    private readonly BoostingSettings _settings;
    private readonly ulong _seed;
    private readonly BinnedRows _rows;
    private readonly TreeGrower _grower;
    private readonly double _base;
    private readonly double[] _logOdds;
    private readonly RowGradient[] _gradients;
    private readonly int[] _everyRow;
    private readonly int[] _order;
    private readonly List<Tree> _trees = [];

    public BoostingRun(DataSet data, BoostingSettings settings, ulong seed)
    {
        (_data, _settings, _seed) = (data, settings, seed);
        _rows = new BinnedRows(data, BinnedRows.Learn(data, settings.Bins));
        _grower = new TreeGrower(_rows, settings);
        _base = BaseLogOdds(data.Labels);
        _logOdds = new double[data.Count];
        _logOdds.AsSpan().Fill(_base);
        _gradients = new RowGradient[data.Count];
        _everyRow = [.. Enumerable.Range(0, data.Count)];
        _order = new int[data.Count];
    }

    public void AddTree()
    {
        var random = new SplitMix64(SplitMix64.Mix(_seed, (ulong)_trees.Count));
        Work.ForRows(_gradients.Length, StepsOfGradient, (from, to) =>
            RowGradient.Find(_logOdds.AsSpan(from, to - from), _data.Labels[from..to], _gradients.AsSpan(from, to - from)));
        var order = Rows(random);
        var features = Sample.Draw(random, _data.Schema.Count, _settings.ColumnShare);
        var root = _grower.Grow(order, _gradients, features);
        var tree = TreeBuilder.Build(root, _rows.Features, _data.Schema, _settings);
        _trees.Add(tree);
        if (order.Length == _data.Count)
            AddLeaves(root, order);
        else
            AddValues(tree);
    }

    public BoostedModel Model() => new(_data.Schema, _base, [.. _trees]);

    /// <summary>Adds trees while the log loss on other rows falls; returns how many were best, at least one.</summary>
    public int BestTrees(DataSet watched)
    {
        var logOdds = new double[watched.Count];
        logOdds.AsSpan().Fill(_base);
        var (best, bestLoss) = (1, double.PositiveInfinity);
        while (_trees.Count < _settings.Trees && _trees.Count < best + _settings.Patience)
        {
            AddTree();
            var loss = 0.0;
            for (var i = 0; i < logOdds.Length; i++)
            {
                logOdds[i] += _trees[^1].Of(watched.Row(i), watched.Schema);
                loss += Deterministic.Softplus(watched.Labels[i] == 1 ? -logOdds[i] : logOdds[i]);
            }

            if (loss < bestLoss)
                (best, bestLoss) = (_trees.Count, loss);
        }

        return best;
    }

    // The rows of the next tree, ascending; growing it puts them into another order.
    private int[] Rows(SplitMix64 random)
    {
        if (Sample.Size(_data.Count, _settings.RowShare) < _data.Count)
            return Sample.Draw(random, _data.Count, _settings.RowShare);

        _everyRow.CopyTo(_order, 0);
        return _order;
    }

    // Smoothed by half a row of each class: finite even where the older rows are all of one class.
    private static double BaseLogOdds(ReadOnlySpan<byte> labels)
    {
        var ones = 0;
        foreach (var label in labels)
            ones += label;
        return Deterministic.Log((ones + 0.5) / (labels.Length - ones + 0.5));
    }

    private void AddLeaves(GrowingLeaf place, int[] order)
    {
        if (place.Left is not null && place.Right is not null)
        {
            AddLeaves(place.Left, order);
            AddLeaves(place.Right, order);
            return;
        }

        var value = TreeBuilder.LeafValue(place.Sum, _settings);
        foreach (var row in order.AsSpan(place.From, place.To - place.From))
            _logOdds[row] += value;
    }

    private void AddValues(Tree tree)
    {
        for (var i = 0; i < _logOdds.Length; i++)
            _logOdds[i] += tree.Of(_data.Row(i), _data.Schema);
    }
}
