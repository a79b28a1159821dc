namespace MonitoringDemo.Learning.Boosting;

/// <summary>
/// Grows one tree leaf by leaf: always the leaf whose split gains most, until the limit of leaves. Of two children only the
/// smaller one's histogram is counted; the other's is the parent's less it.
/// </summary>
/// <remarks>
/// G. Ke et al., "LightGBM: a highly efficient gradient boosting decision tree", NeurIPS 2017; T. Chen and C. Guestrin,
/// "XGBoost: a scalable tree boosting system", KDD 2016 (gain and leaf values from first and second derivatives).
/// </remarks>
internal sealed class TreeGrower(BinnedRows rows, BoostingSettings settings)
{
    private const int StepsOfSearch = 1_500;

    private readonly SplitFinder _finder = new(settings);
    private readonly Stack<GradientSum[]> _pool = new();
    private readonly int[] _scratch = new int[rows.Rows];
    private readonly RowGradient[] _gathered = new RowGradient[rows.Rows];

    /// <summary>Grows a tree.</summary>
    /// <param name="order">The rows to use; comes back sorted by leaf.</param>
    /// <param name="gradients">One per row of the data.</param>
    /// <param name="features">The features that may be asked for, ascending.</param>
    public GrowingLeaf Grow(int[] order, RowGradient[] gradients, int[] features)
    {
        var root = new GrowingLeaf(0, order.Length, 0, Total(order, gradients));
        var leaves = new List<GrowingLeaf> { root };
        if (MayBeSplit(root))
            Count(root, null, order, gradients, features);

        while (leaves.Count < settings.Leaves && Best(leaves) is { } leaf)
        {
            var (left, right) = Part(leaf, order);
            leaves[leaves.IndexOf(leaf)] = left;
            leaves.Add(right);
            if (leaves.Count < settings.Leaves)
                CountBoth(leaf, left, right, order, gradients, features);
            else
                Release(leaf);
        }

        leaves.ForEach(Release);
        return root;
    }

    private static GradientSum Total(ReadOnlySpan<int> order, RowGradient[] gradients)
    {
        var sum = new GradientSum { Rows = order.Length };
        foreach (var row in order)
        {
            sum.Gradient += gradients[row].Gradient;
            sum.Curvature += gradients[row].Curvature;
        }

        return sum;
    }

    private static GrowingLeaf? Best(List<GrowingLeaf> leaves)
    {
        GrowingLeaf? best = null;
        foreach (var leaf in leaves)
        {
            if (leaf.Split is not null && (best is null || leaf.Split.Gain > best.Split!.Gain))
                best = leaf;
        }

        return best;
    }

    private bool MayBeSplit(GrowingLeaf leaf) =>
        leaf.Sum.Rows >= 2L * settings.MinRows && (settings.Depth == 0 || leaf.Depth < settings.Depth);

    // Keeps the order of the rows on both sides.
    private (GrowingLeaf Left, GrowingLeaf Right) Part(GrowingLeaf leaf, int[] order)
    {
        var split = leaf.Split!;
        var (column, goesLeft) = (rows.Columns[split.Feature], Array.ConvertAll(split.BinGoesLeft, Convert.ToInt32));
        int left = leaf.From, right = 0;
        for (var i = leaf.From; i < leaf.To; i++)
        {
            // Written to both sides and kept on one: quicker than a branch that nobody can foresee.
            var row = order[i];
            var isLeft = goesLeft[column[row]];
            order[left] = row;
            _scratch[right] = row;
            left += isLeft;
            right += 1 - isLeft;
        }

        _scratch.AsSpan(0, right).CopyTo(order.AsSpan(left));
        leaf.Left = new GrowingLeaf(leaf.From, left, leaf.Depth + 1, split.Left);
        leaf.Right = new GrowingLeaf(left, leaf.To, leaf.Depth + 1, split.Right);
        return (leaf.Left, leaf.Right);
    }

    private void CountBoth(GrowingLeaf parent, GrowingLeaf left, GrowingLeaf right, int[] order, RowGradient[] gradients, int[] features)
    {
        var (small, large) = left.Sum.Rows <= right.Sum.Rows ? (left, right) : (right, left);
        if (!MayBeSplit(large))
        {
            Release(parent);
            return;
        }

        (large.Histogram, parent.Histogram) = (parent.Histogram, null);
        Count(small, large, order, gradients, features);
        if (!MayBeSplit(small))
            Release(small);
    }

    // Counts the leaf's histogram, takes it from its larger sibling's, and looks for splits in both, feature by feature.
    private void Count(GrowingLeaf leaf, GrowingLeaf? sibling, int[] order, RowGradient[] gradients, int[] features)
    {
        var histogram = leaf.Histogram = _pool.TryPop(out var used) ? used : new GradientSum[rows.Offsets[^1]];
        var own = order.AsMemory(leaf.From, leaf.To - leaf.From);
        var all = own.Length == rows.Rows;
        if (!all)
            Gather(own.Span, gradients);

        var (splits, siblingSplits) = (new Split?[features.Length], new Split?[features.Length]);
        var (searchOwn, searchSibling) = (MayBeSplit(leaf), sibling is not null);
        Work.ForEach(features.Length, own.Length + StepsOfSearch, k =>
        {
            var feature = features[k];
            var (from, length) = (rows.Offsets[feature], rows.Offsets[feature + 1] - rows.Offsets[feature]);
            var bins = histogram.AsSpan(from, length);
            bins.Clear();
            if (all)
                Histogram.Fill(bins, rows.Columns[feature], gradients);
            else
                Histogram.Fill(bins, rows.Columns[feature], own.Span, _gathered);
            if (searchOwn)
                splits[k] = _finder.Find(feature, rows.Features[feature], bins, leaf.Sum);
            if (!searchSibling)
                return;
            var rest = sibling!.Histogram.AsSpan(from, length);
            Histogram.Subtract(rest, bins);
            siblingSplits[k] = _finder.Find(feature, rows.Features[feature], rest, sibling.Sum);
        });

        leaf.Split = Largest(splits);
        if (sibling is not null)
            sibling.Split = Largest(siblingSplits);
    }

    private void Gather(ReadOnlySpan<int> own, RowGradient[] gradients)
    {
        for (var i = 0; i < own.Length; i++)
            _gathered[i] = gradients[own[i]];
    }

    private static Split? Largest(Split?[] splits)
    {
        Split? largest = null;
        foreach (var split in splits)
        {
            if (split is not null && (largest is null || split.Gain > largest.Gain))
                largest = split;
        }

        return largest;
    }

    private void Release(GrowingLeaf leaf)
    {
        if (leaf.Histogram is not null)
            _pool.Push(leaf.Histogram);
        leaf.Histogram = null;
    }
}
