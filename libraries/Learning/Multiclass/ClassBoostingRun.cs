using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Multiclass;

/// <summary>Boosting for more than two classes: each round grows a tree a class, all on the gradients of the probabilities before it.</summary>
/// <remarks>J. H. Friedman, "Greedy function approximation: a gradient boosting machine", Annals of Statistics 29 (2001), algorithm 6; with curvature p (1 − p).</remarks>
internal sealed class ClassBoostingRun
{
    private const double Scale = 1 << 30;
    private const int StepsOfGradient = 12;

    private readonly DataSet _data;
    private readonly BoostingSettings _settings;
    private readonly ulong _seed;
    private readonly BinnedRows _rows;
    private readonly TreeGrower _grower;
    private readonly double[] _base;
    // Row by row: one per class.
    private readonly double[] _logOdds;
    private readonly double[] _probabilities;
    private readonly RowGradient[] _gradients;
    private readonly int[] _everyRow;
    private readonly List<Tree>[] _trees;

    /// <param name="data">Labelled rows.</param>
    /// <param name="rowsPerClass">Of those rows, by class.</param>
    /// <param name="settings">How.</param>
    /// <param name="seed">Any randomness comes from here.</param>
    public ClassBoostingRun(DataSet data, int[] rowsPerClass, BoostingSettings settings, ulong seed)
    {
        (_data, _settings, _seed) = (data, settings, seed);
        _rows = new BinnedRows(data, BinnedRows.Learn(data, settings.Bins));
        _grower = new TreeGrower(_rows, settings);
        // Smoothed by half a row of each class: finite also where a class has none.
        _base = [.. rowsPerClass.Select(rows => Deterministic.Log((rows + 0.5) / (data.Count + (0.5 * rowsPerClass.Length))))];
        _logOdds = new double[data.Count * Classes];
        for (var i = 0; i < data.Count; i++)
            _base.CopyTo(_logOdds, i * Classes);
        _probabilities = new double[_logOdds.Length];
        _gradients = new RowGradient[data.Count];
        _everyRow = [.. Enumerable.Range(0, data.Count)];
        _trees = [.. rowsPerClass.Select(_ => new List<Tree>())];
    }

    private int Classes => _base.Length;

    private int Rounds => _trees[0].Count;

    public SoftmaxModel Model() =>
        BoostedModelFormat.OfClasses(_data.Schema, [.. _trees.Select((trees, k) => new BoostedModel(_data.Schema, _base[k], [.. trees]))]);

    /// <summary>Adds a tree for each class.</summary>
    public void AddRound()
    {
        var random = new SplitMix64(SplitMix64.Mix(_seed, (ulong)Rounds));
        Work.ForRows(_data.Count, StepsOfGradient * Classes, (from, to) =>
        {
            _logOdds.AsSpan(from * Classes, (to - from) * Classes).CopyTo(_probabilities.AsSpan(from * Classes));
            for (var i = from; i < to; i++)
                Softmax.Normalise(_probabilities.AsSpan(i * Classes, Classes));
        });
        int[] rows = Sample.Size(_data.Count, _settings.RowShare) < _data.Count ? Sample.Draw(random, _data.Count, _settings.RowShare) : _everyRow;
        for (var k = 0; k < Classes; k++)
            AddTree(k, [.. rows], Sample.Draw(random, _data.Schema.Count, _settings.ColumnShare));
    }

    /// <summary>Adds rounds while the log loss on other rows falls; returns how many were best, at least one.</summary>
    public int BestRounds(DataSet watched)
    {
        var logOdds = new double[watched.Count * Classes];
        for (var i = 0; i < watched.Count; i++)
            _base.CopyTo(logOdds, i * Classes);
        var own = new double[Classes];
        var (best, bestLoss) = (1, double.PositiveInfinity);
        while (Rounds < _settings.Trees && Rounds < best + _settings.Patience)
        {
            AddRound();
            var loss = 0.0;
            for (var i = 0; i < watched.Count; i++)
            {
                for (var k = 0; k < Classes; k++)
                    own[k] = logOdds[(i * Classes) + k] += _trees[k][^1].Of(watched.Row(i), watched.Schema);
                var truth = own[watched.Labels[i]];
                loss += Softmax.Normalise(own) - truth;
            }

            if (loss < bestLoss)
                (best, bestLoss) = (Rounds, loss);
        }

        return best;
    }

    private void AddTree(int k, int[] order, int[] features)
    {
        Work.ForRows(_data.Count, StepsOfGradient, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var p = _probabilities[(i * Classes) + k];
                _gradients[i] = new RowGradient(
                    (int)Math.Round((p - (_data.Labels[i] == k ? 1.0 : 0.0)) * Scale), Math.Max(1, (int)Math.Round(p * (1.0 - p) * Scale)));
            }
        });
        var root = _grower.Grow(order, _gradients, features);
        var tree = TreeBuilder.Build(root, _rows.Features, _data.Schema, _settings);
        _trees[k].Add(tree);
        if (order.Length == _data.Count)
        {
            AddLeaves(root, order, k);
            return;
        }

        Work.ForRows(_data.Count, _settings.Leaves, (from, to) =>
        {
            for (var i = from; i < to; i++)
                _logOdds[(i * Classes) + k] += tree.Of(_data.Row(i), _data.Schema);
        });
    }

    private void AddLeaves(GrowingLeaf place, int[] order, int k)
    {
        if (place.Left is not null && place.Right is not null)
        {
            AddLeaves(place.Left, order, k);
            AddLeaves(place.Right, order, k);
            return;
        }

        var value = TreeBuilder.LeafValue(place.Sum, _settings);
        foreach (var row in order.AsSpan(place.From, place.To - place.From))
            _logOdds[(row * Classes) + k] += value;
    }
}
