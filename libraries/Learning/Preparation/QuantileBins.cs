namespace MonitoringDemo.Learning.Preparation;

/// <summary>Cuts a numeric feature into bins of about equal numbers of training rows.</summary>
internal static class QuantileBins
{
    /// <summary>The inner edges, ascending and distinct; a value belongs right of every edge that it reaches.</summary>
    /// <param name="sorted">The training values that are there, ascending, within <see cref="FiniteRange"/>.</param>
    /// <param name="bins">At most this many bins.</param>
    /// <param name="minRows">Bins with fewer rows are merged with the smaller neighbour.</param>
    public static double[] Edges(ReadOnlySpan<double> sorted, int bins, int minRows)
    {
        var groups = Fill(sorted, bins);
        while (groups.Count > 1 && Smallest(groups) is var small && groups[small].Rows < minRows)
        {
            var left = small == 0 ? 0 : small == groups.Count - 1 ? small - 1 : groups[small - 1].Rows <= groups[small + 1].Rows ? small - 1 : small;
            groups[left] = new Group(groups[left].First, groups[left + 1].Last, groups[left].Rows + groups[left + 1].Rows);
            groups.RemoveAt(left + 1);
        }

        var edges = new double[Math.Max(0, groups.Count - 1)];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = Between(groups[i].Last, groups[i + 1].First);
        return edges;
    }

    // Equal values stay together; each bin takes its share of the rows that are left, so one heavy value does not starve the rest.
    private static List<Group> Fill(ReadOnlySpan<double> sorted, int bins)
    {
        var groups = new List<Group>(bins);
        for (var from = 0; from < sorted.Length;)
        {
            var share = (sorted.Length - from + bins - groups.Count - 1) / Math.Max(1, bins - groups.Count);
            var to = Math.Min(sorted.Length, from + share);
            while (to < sorted.Length && sorted[to] == sorted[to - 1])
                to++;
            groups.Add(new Group(sorted[from], sorted[to - 1], to - from));
            from = to;
        }

        return groups;
    }

    private static int Smallest(List<Group> groups)
    {
        var smallest = 0;
        for (var i = 1; i < groups.Count; i++)
        {
            if (groups[i].Rows < groups[smallest].Rows)
                smallest = i;
        }

        return smallest;
    }

    private static double Between(double low, double high)
    {
        var middle = low + ((high - low) / 2);
        return middle > low ? middle : high;
    }

    private readonly record struct Group(double First, double Last, int Rows);
}
