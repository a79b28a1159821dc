namespace MonitoringDemo.Learning.Boosting;

/// <summary>Scans a histogram for the split that lowers the loss most. Equal gains: the lowest feature, then the lowest bin.</summary>
/// <remarks>
/// Numeric features: every edge, with missing rows on either side. Categories: each against the rest while the leaf has few,
/// as LightGBM does (G. Ke et al., NeurIPS 2017; its parameter max_cat_to_onehot); else sorted by gradient over curvature and
/// cut at every place (W. D. Fisher, "On grouping for maximum homogeneity", JASA 53 (1958): the best grouping is among them).
/// </remarks>
internal sealed class SplitFinder(BoostingSettings settings)
{
    private const double LeastGain = 1e-9;
    private const double LeastCurvature = 1e-3;

    // How many categories are tried one against the rest.
    private const int FewCategories = 4;

    // Where there are more: shrinks the ratio of categories with few rows towards 0 when sorting, and how many rows make one count.
    private const double CategorySmoothing = 10.0;
    private const long LeastCategoryRows = 10;

    public Split? Find(int feature, FeatureBins bins, ReadOnlySpan<GradientSum> histogram, in GradientSum total) =>
        bins.IsCategorical ? FindCategories(feature, histogram, total) : FindEdge(feature, bins, histogram, total);

    private Split? FindEdge(int feature, FeatureBins bins, ReadOnlySpan<GradientSum> histogram, in GradientSum total)
    {
        var missing = histogram[bins.Count];
        var (best, edge, left) = ScanEdges(histogram[..bins.Count], default, total, missing.Rows > 0);
        var missingLeft = false;
        if (missing.Rows > 0)
        {
            var other = ScanEdges(histogram[..bins.Count], missing, total, false);
            if (other.Gain > best)
            {
                (best, edge, left) = other;
                missingLeft = true;
            }
        }

        if (edge < 0)
            return null;

        var right = total.Minus(left);
        var goesLeft = new bool[bins.Count + 1];
        goesLeft.AsSpan(0, edge + 1).Fill(true);
        goesLeft[^1] = missing.Rows > 0 ? missingLeft : left.Rows >= right.Rows;
        return new Split(best, feature, goesLeft, left, right, edge);
    }

    private (double Gain, int Edge, GradientSum Left) ScanEdges(
        ReadOnlySpan<GradientSum> bins, GradientSum left, in GradientSum total, bool lastEdgeToo)
    {
        var (best, bestEdge, bestLeft) = (LeastGain, -1, default(GradientSum));
        var whole = total.Gain(settings.L2);
        var last = lastEdgeToo ? bins.Length : bins.Length - 1;
        for (var edge = 0; edge < last; edge++)
        {
            if (bins[edge].Rows == 0)
                continue;
            left = left.Plus(bins[edge]);
            var right = total.Minus(left);
            if (right.Rows < settings.MinRows)
                break;
            if (!Allowed(left) || !Allowed(right))
                continue;
            var gain = GradientSum.Gains(left, right, settings.L2) - whole;
            if (gain > best)
                (best, bestEdge, bestLeft) = (gain, edge, left);
        }

        return (best, bestEdge, bestLeft);
    }

    private Split? FindCategories(int feature, ReadOnlySpan<GradientSum> histogram, in GradientSum total)
    {
        // The bin of missing values is one more category here.
        var oneByOne = Present(histogram) <= FewCategories;
        var (order, rare) = oneByOne ? Listed(histogram, 1) : Listed(histogram, LeastCategoryRows);
        if (!oneByOne)
            order.Sort();

        var (best, last, bestLeft, left) = (LeastGain, -1, default(GradientSum), default(GradientSum));
        var (whole, listed) = (total.Gain(settings.L2), total.Minus(rare));
        for (var i = 0; i < order.Count; i++)
        {
            left = oneByOne ? histogram[order[i].Bin] : left.Plus(histogram[order[i].Bin]);

            // Rare categories have no say of their own: they go with the side that has more rows.
            var side = left.Rows >= listed.Rows - left.Rows ? left.Plus(rare) : left;
            var rest = total.Minus(side);
            if (!Allowed(side) || !Allowed(rest))
                continue;
            var gain = GradientSum.Gains(side, rest, settings.L2) - whole;
            if (gain > best)
                (best, last, bestLeft) = (gain, i, side);
        }

        if (last < 0)
            return null;

        // Categories that the leaf does not have go where rare ones go.
        var right = total.Minus(bestLeft);
        var goesLeft = new bool[histogram.Length];
        goesLeft.AsSpan().Fill(bestLeft.Rows >= right.Rows);
        for (var i = 0; i < order.Count; i++)
            goesLeft[order[i].Bin] = oneByOne ? i == last : i <= last;
        return new Split(best, feature, goesLeft, bestLeft, right, -1);
    }

    private static int Present(ReadOnlySpan<GradientSum> histogram)
    {
        var present = 0;
        foreach (ref readonly var bin in histogram)
            present += bin.Rows > 0 ? 1 : 0;
        return present;
    }

    // The categories with at least so many rows, and the sum of all others.
    private static (List<(double Ratio, int Bin)> Order, GradientSum Rare) Listed(ReadOnlySpan<GradientSum> histogram, long least)
    {
        var order = new List<(double Ratio, int Bin)>(histogram.Length);
        var rare = default(GradientSum);
        for (var bin = 0; bin < histogram.Length; bin++)
        {
            if (histogram[bin].Rows >= least)
                order.Add((histogram[bin].Gradient / ((histogram[bin].Curvature * GradientSum.Unit) + CategorySmoothing), bin));
            else
                rare = rare.Plus(histogram[bin]);
        }

        return (order, rare);
    }

    private bool Allowed(in GradientSum side) => side.Rows >= settings.MinRows && side.Curvature * GradientSum.Unit >= LeastCurvature;
}
