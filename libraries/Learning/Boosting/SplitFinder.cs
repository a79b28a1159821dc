namespace MonitoringDemo.Learning.Boosting;

/// <summary>Scans a histogram for the split that lowers the loss most. Equal gains: the lowest feature, then the lowest bin.</summary>
/// <remarks>
/// Numeric features: every edge, with missing rows on either side. Categories: sorted by gradient over curvature, then split
/// off from either end (W. D. Fisher, "On grouping for maximum homogeneity", JASA 53 (1958): the best grouping is among them).
/// </remarks>
internal sealed class SplitFinder(BoostingSettings settings)
{
    private const double LeastGain = 1e-9;
    private const double LeastCurvature = 1e-3;

    // Shrinks the ratio of categories with few rows towards 0 when sorting, and how many rows make a category count.
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
        var order = new List<(double Ratio, int Bin)>(histogram.Length);
        for (var bin = 0; bin < histogram.Length; bin++)
        {
            if (histogram[bin].Rows >= LeastCategoryRows)
                order.Add((histogram[bin].Gradient / ((histogram[bin].Curvature * GradientSum.Unit) + CategorySmoothing), bin));
        }

        // From either end as far as the middle: rare categories, on the right, stay with the larger group.
        order.Sort();
        var (gain, count, left) = ScanCategories(histogram, order, total);
        order.Reverse();
        if (ScanCategories(histogram, order, total) is var other && other.Gain > gain)
            (gain, count, left) = other;
        else
            order.Reverse();
        if (count == 0)
            return null;

        var right = total.Minus(left);
        var goesLeft = new bool[histogram.Length];
        foreach (var (_, bin) in order.Take(count))
            goesLeft[bin] = true;
        if (histogram[^1].Rows == 0)
            goesLeft[^1] = left.Rows >= right.Rows;
        return new Split(gain, feature, goesLeft, left, right, -1);
    }

    private (double Gain, int Count, GradientSum Left) ScanCategories(
        ReadOnlySpan<GradientSum> histogram, List<(double Ratio, int Bin)> order, in GradientSum total)
    {
        var (best, count, bestLeft, left) = (LeastGain, 0, default(GradientSum), default(GradientSum));
        var whole = total.Gain(settings.L2);
        for (var i = 0; i < (order.Count + 1) / 2; i++)
        {
            left = left.Plus(histogram[order[i].Bin]);
            var right = total.Minus(left);
            if (right.Rows < settings.MinRows)
                break;
            if (!Allowed(left) || !Allowed(right))
                continue;
            var gain = GradientSum.Gains(left, right, settings.L2) - whole;
            if (gain > best)
                (best, count, bestLeft) = (gain, i + 1, left);
        }

        return (best, count, bestLeft);
    }

    private bool Allowed(in GradientSum side) => side.Rows >= settings.MinRows && side.Curvature * GradientSum.Unit >= LeastCurvature;
}
