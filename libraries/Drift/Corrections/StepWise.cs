namespace MonitoringDemo.Drift.Corrections;

/// <summary>What the corrections share: a factor per rank, and adjusted p values that keep the order of the raw ones.</summary>
internal static class StepWise
{
    /// <param name="pValues">Raw p values; NaN is left out.</param>
    /// <param name="fromLargest">Whether no adjusted value exceeds that of a larger one (step up), or none falls below that of a smaller one.</param>
    /// <param name="factor">Of rank (from 1, the smallest) and count.</param>
    /// <param name="cumulate">Whether neighbours matter at all.</param>
    public static double[] Adjust(ReadOnlySpan<double> pValues, bool fromLargest, Func<int, int, double> factor, bool cumulate = true)
    {
        var adjusted = pValues.ToArray();
        int[] order = [.. Enumerable.Range(0, adjusted.Length).Where(i => !double.IsNaN(adjusted[i])).OrderBy(i => adjusted[i])];
        var bound = fromLargest ? 1.0 : 0.0;
        for (var step = 0; step < order.Length; step++)
        {
            var rank = fromLargest ? order.Length - step : step + 1;
            var i = order[rank - 1];
            var value = Math.Min(1, adjusted[i] * factor(rank, order.Length));
            if (cumulate) bound = value = fromLargest ? Math.Min(bound, value) : Math.Max(bound, value);
            adjusted[i] = value;
        }

        return adjusted;
    }
}
