using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MonitoringDemo.Learning.Boosting;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Explanation;

/// <summary>
/// Exact Shapley values of a sum of trees, path-dependent: where a feature is not known, both ways are taken, each by its
/// share of the training rows. Together with the base value they sum to the log-odds.
/// </summary>
/// <remarks>
/// <para>
/// The values are those of S. M. Lundberg et al., "From local explanations to global understanding with explainable AI for
/// trees", Nature Machine Intelligence 2 (2020), algorithm 2. A leaf of value v, reached through the features i with covers
/// zᵢ and with oᵢ = 1 where the row itself goes that way, else 0, gives feature j
/// v (oⱼ − zⱼ) ∫₀¹ ∏_{i ≠ j} (zᵢ + (oᵢ − zᵢ) t) dt, because s! (k − s − 1)! / k! = ∫₀¹ tˢ (1 − t)ᵏ⁻ˢ⁻¹ dt.
/// </para>
/// <para>
/// The integrand is a polynomial, so a few Gauss points integrate it exactly, and sums over leaves can be taken before the
/// integral, one pass a tree: the idea of P. Yu et al., "Linear TreeShap", NeurIPS 2022. All factors are positive and none
/// grows, so deep trees lose no digits, as they do where a path is unwound by subtraction.
/// </para>
/// </remarks>
internal sealed class TreeContributions
{
    private readonly FeatureSchema _schema;
    private readonly IReadOnlyList<Tree> _trees;
    private readonly TreePaths[] _paths;
    private readonly Vector256<double>[] _points;
    private readonly Vector256<double>[] _weights;
    private readonly int _levels;

    public TreeContributions(FeatureSchema schema, double baseLogOdds, IReadOnlyList<Tree> trees)
    {
        (_schema, _trees) = (schema, trees);
        _paths = [.. trees.Select(tree => new TreePaths(tree))];
        _levels = 1 + _paths.Select(paths => paths.Depth).DefaultIfEmpty().Max();
        (_points, _weights) = Rule((1 + _paths.Select(paths => paths.MostFeatures).DefaultIfEmpty().Max()) / 2);
        Base = baseLogOdds;
        foreach (var paths in _paths)
            Base += paths.Average;
    }

    /// <summary>The mean log-odds of the training rows, as each tree counted them (of its sample, where rows were sampled).</summary>
    public double Base { get; }

    public double Of(ReadOnlySpan<double> row, Span<double> contributions)
    {
        if (row.Length != _schema.Count || contributions.Length != _schema.Count)
            throw new ArgumentException($"{row.Length} values and {contributions.Length} contributions; the model takes {_schema.Count} of each.", nameof(row));

        contributions.Clear();
        var words = _points.Length;
        Span<Vector256<double>> products = stackalloc Vector256<double>[_levels * words];
        Span<Vector256<double>> sums = stackalloc Vector256<double>[_levels * words];
        Span<bool> taken = stackalloc bool[_levels];
        products[..words].Fill(Vector256<double>.One);
        taken[0] = true;
        for (var tree = 0; tree < _paths.Length; tree++)
            new Walk(this, _trees[tree].Nodes, _paths[tree], row, contributions, products, sums, taken).Below(0, 0);
        return Base;
    }

    private static (Vector256<double>[] Points, Vector256<double>[] Weights) Rule(int count)
    {
        var (points, weights) = GaussLegendre.Rule(Math.Max(1, count));
        var (widePoints, wideWeights) = (new Vector256<double>[(points.Length + 3) / 4], new Vector256<double>[(points.Length + 3) / 4]);
        // What is left over stays 0 in both: it has no weight.
        points.AsSpan().CopyTo(MemoryMarshal.Cast<Vector256<double>, double>(widePoints.AsSpan()));
        weights.AsSpan().CopyTo(MemoryMarshal.Cast<Vector256<double>, double>(wideWeights.AsSpan()));
        return (widePoints, wideWeights);
    }

    // One row's way through one tree, both ways at every node. Level by level: the product of the path's factors at each
    // Gauss point, and the sum over the leaves below of value × product.
    private readonly ref struct Walk(
        TreeContributions owner,
        IReadOnlyList<TreeNode> nodes,
        TreePaths paths,
        ReadOnlySpan<double> row,
        Span<double> contributions,
        Span<Vector256<double>> products,
        Span<Vector256<double>> sums,
        Span<bool> taken)
    {
        private readonly ReadOnlySpan<double> _row = row;
        private readonly Span<double> _contributions = contributions;
        private readonly Span<Vector256<double>> _products = products;
        private readonly Span<Vector256<double>> _sums = sums;
        private readonly Span<bool> _taken = taken;

        public void Below(int index, int level)
        {
            var node = nodes[index];
            var words = owner._points.Length;
            var sum = _sums.Slice(level * words, words);
            if (node.IsLeaf)
            {
                var product = _products.Slice(level * words, words);
                for (var i = 0; i < words; i++)
                    sum[i] = product[i] * node.Value;
                return;
            }

            sum.Clear();
            var goesLeft = node.GoesLeft(_row[node.Feature], owner._schema.Features[node.Feature].Categories.Count);
            Into(node.Left, node.Feature, level + 1, goesLeft, sum);
            Into(node.Right, node.Feature, level + 1, !goesLeft, sum);
        }

        private void Into(int index, int feature, int level, bool goesHere, Span<Vector256<double>> parentSum)
        {
            // A feature asked for again: its factor is replaced, and what it said above holds only for the other leaves.
            ref readonly var place = ref paths.Places[index];
            var again = place.SameFeatureAbove >= 0;
            var takenAbove = !again || _taken[place.SameFeatureAbove];
            _taken[level] = goesHere && takenAbove;
            var (cover, gain) = (Vector256.Create(place.Cover), Vector256.Create((_taken[level] ? 1.0 : 0.0) - place.Cover));
            var (coverAbove, gainAbove) = (Vector256.Create(place.CoverAbove), Vector256.Create((takenAbove ? 1.0 : 0.0) - place.CoverAbove));

            var words = owner._points.Length;
            var above = _products.Slice((level - 1) * words, words);
            var here = _products.Slice(level * words, words);
            for (var i = 0; i < words; i++)
                here[i] = above[i] * ((cover + (gain * owner._points[i])) / (coverAbove + (gainAbove * owner._points[i])));

            Below(index, level);

            var sum = _sums.Slice(level * words, words);
            var total = Vector256<double>.Zero;
            for (var i = 0; i < words; i++)
            {
                var (point, weighted) = (owner._points[i], owner._weights[i] * sum[i]);
                total += gain * (weighted / (cover + (gain * point)));
                if (again)
                    total -= gainAbove * (weighted / (coverAbove + (gainAbove * point)));
                parentSum[i] += sum[i];
            }

            _contributions[feature] += (total[0] + total[1]) + (total[2] + total[3]);
        }
    }
}
