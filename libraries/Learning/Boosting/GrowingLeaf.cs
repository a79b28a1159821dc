namespace MonitoringDemo.Learning.Boosting;

/// <summary>A place in a tree that grows: a range of rows, and once split, two children.</summary>
internal sealed class GrowingLeaf(int from, int to, int depth, GradientSum sum)
{
    public int From => from;

    public int To => to;

    public int Depth => depth;

    public GradientSum Sum => sum;

    /// <summary>The best split, while it is a leaf; the split taken, once it has children.</summary>
    public Split? Split { get; set; }

    public GradientSum[]? Histogram { get; set; }

    public GrowingLeaf? Left { get; set; }

    public GrowingLeaf? Right { get; set; }
}
