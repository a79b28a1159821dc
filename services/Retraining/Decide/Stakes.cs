namespace MonitoringDemo.Retraining.Decide;

/// <summary>What is asked of a candidate scales with what is at stake: a champion that lost half of its accuracy has little left to lose.</summary>
internal static class Stakes
{
    private const double Collapse = 0.25;

    /// <summary>A champion that lost so much accuracy stands in another world: what came before the change teaches nothing of it, and there is little to lose.</summary>
    public static bool IsCollapse(double drop) => drop >= Collapse;

    /// <summary>Rows in inverse proportion to the square of a difference in accuracy, as a test of that difference needs them.</summary>
    /// <param name="factor">Rows for a difference of 1.</param>
    /// <param name="difference">The fall of accuracy; 0 or less for none.</param>
    /// <param name="least">Never fewer, however deep the fall.</param>
    /// <param name="most">Never more, however small.</param>
    public static int Scale(double factor, double difference, int least, int most)
    {
        if (difference <= 0) return Math.Max(least, most);
        var rows = Math.Ceiling(factor / (difference * difference));
        return rows >= most ? Math.Max(least, most) : Math.Max(least, (int)rows);
    }
}
