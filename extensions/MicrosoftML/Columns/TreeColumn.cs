using MonitoringDemo.Learning.Boosting;

namespace MonitoringDemo.MicrosoftML.Columns;

/// <summary>
/// One column for a tree trainer. A numeric feature is one column that holds the number of the value's bin, missing values
/// behind the last; a category is a column of zeros and ones. Such small whole numbers are exact in single precision.
/// </summary>
/// <param name="Feature">Index of the feature in the schema.</param>
/// <param name="Bins">How the feature's values are told apart.</param>
/// <param name="Bin">The bin that a 1 stands for; −1 for a numeric feature.</param>
internal sealed record TreeColumn(int Feature, FeatureBins Bins, int Bin)
{
    public const int Numeric = -1;

    // What training never saw counts as the middle bin.
    private int MissingBin => Bins.SawMissing || Bin != Numeric ? Bins.Count : Bins.Count / 2;

    public static IEnumerable<TreeColumn> Of(int feature, FeatureBins bins)
    {
        var places = bins.Count + (bins.SawMissing ? 1 : 0);
        if (places < 2)
            return [];
        return bins.IsCategorical
            ? Enumerable.Range(0, places).Select(bin => new TreeColumn(feature, bins, bin))
            : [new TreeColumn(feature, bins, Numeric)];
    }

    public float Value(int bin) => Bin == Numeric ? bin : bin == Bin ? 1 : 0;

    /// <summary>The node that asks whether this column is at most <paramref name="threshold"/>, in terms of the feature itself.</summary>
    public TreeNode Node(float threshold, int categories)
    {
        var missingGoesLeft = Value(MissingBin) <= threshold;
        if (!Bins.IsCategorical)
            return new TreeNode(Feature, Edge(threshold), null, missingGoesLeft, 0, 0, 0.0, 0);

        int[] left = [.. Enumerable.Range(0, categories).Where(code => Value(Bins.Of(code)) <= threshold)];
        return new TreeNode(Feature, 0.0, left, missingGoesLeft, 0, 0, 0.0, 0);
    }

    // The bins up to the threshold go left: the values below the edge that ends the last of them.
    private double Edge(float threshold)
    {
        if (threshold < 0)
            throw new InvalidOperationException($"A tree splits feature {Feature} at {threshold}, below its first bin.");
        var last = (int)Math.Min(Math.Floor(threshold), Bins.Count);
        return last < Bins.Edges.Length ? Bins.Edges[last] : double.PositiveInfinity;
    }
}
