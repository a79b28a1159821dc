using MonitoringDemo.Learning.Preparation;

namespace MonitoringDemo.Learning.Boosting;

/// <summary>One place in a tree; a leaf has the feature −1.</summary>
/// <param name="Feature">The feature asked for, or −1.</param>
/// <param name="Threshold">A number below it goes left; with +∞ all numbers do, +∞ among them.</param>
/// <param name="LeftCategories">The codes that go left, ascending; null for a numeric feature.</param>
/// <param name="MissingGoesLeft">Where missing values and categories unknown to the schema go.</param>
/// <param name="Left">Index of the left child.</param>
/// <param name="Right">Index of the right child.</param>
/// <param name="Value">What a leaf adds to the log-odds.</param>
/// <param name="Rows">Training rows that came by.</param>
internal sealed record TreeNode(
    int Feature, double Threshold, int[]? LeftCategories, bool MissingGoesLeft, int Left, int Right, double Value, long Rows)
{
    public const int NoFeature = -1;

    public bool IsLeaf => Feature == NoFeature;

    public static TreeNode Leaf(double value, long rows) => new(NoFeature, 0.0, null, false, 0, 0, value, rows);

    public bool GoesLeft(double value, int categories)
    {
        if (LeftCategories is null)
            return double.IsNaN(value) ? MissingGoesLeft : value < Threshold || double.IsPositiveInfinity(Threshold);
        var code = CategoryColumns.Code(value, categories);
        return code < 0 || code == categories ? MissingGoesLeft : Array.BinarySearch(LeftCategories, code) >= 0;
    }
}
