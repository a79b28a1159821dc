using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Evaluation;

/// <summary>
/// Confidence intervals for rows in time, which are not independent: blocks of neighbouring rows are drawn with replacement
/// until the series is as long as the real one, and the metric is taken again, many times.
/// </summary>
/// <remarks>
/// Percentile intervals: B. Efron and R. J. Tibshirani, "An introduction to the bootstrap" (1993), chapter 13. For two models the
/// same rows are drawn for both (paired), so that what is hard for both cancels. The block length
/// is the larger of the two in <see cref="BlockLengths"/>: faint dependence over many rows hides from the automatic one. That looks at the losses of the rows or,
/// for two models, at their differences; metrics that are no mean of rows (AUC, average precision) use the squared error for it. Errors that come in long, faint spells still make an interval of 95 % cover less often than that, about
/// nine times in ten in the tests' world. Seeded, one thread, the same bits everywhere.
/// </remarks>
public static class BlockBootstrap
{
    private const int LeastResamples = 20;

    /// <summary>An interval for a metric of one model.</summary>
    /// <param name="scores">The model's scores, in the order of time.</param>
    /// <param name="labels">The labels of the same rows.</param>
    /// <param name="metric">What to measure.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no row, the lengths differ, a score is NaN, a label is neither 0 nor 1, or an option is out of range.</exception>
    public static ConfidenceInterval Interval(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels, Metric metric, BootstrapOptions? options = null) =>
        Interval(RowAnswers.Of(scores, labels), metric, options);

    /// <summary>An interval for a metric of one model.</summary>
    /// <param name="answers">The model's, in the order of time.</param>
    /// <param name="metric">What to measure.</param>
    /// <param name="options">How; null for the defaults.</param>
    public static ConfidenceInterval Interval(RowAnswers answers, Metric metric, BootstrapOptions? options = null)
    {
        var rows = new ScoredRows(answers);
        return Resample(rows.Count, row => rows.LossOf(metric, row), weights => rows.Of(metric, weights), options ?? new BootstrapOptions());
    }

    /// <summary>An interval for what the second model has more of a metric than the first, on the same rows.</summary>
    /// <param name="first">The first model's scores, in the order of time.</param>
    /// <param name="second">The second model's.</param>
    /// <param name="labels">The labels of the same rows.</param>
    /// <param name="metric">What to measure.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <exception cref="ArgumentException">There is no row, the lengths differ, a score is NaN, a label is neither 0 nor 1, or an option is out of range.</exception>
    public static ConfidenceInterval Difference(
        ReadOnlySpan<double> first, ReadOnlySpan<double> second, ReadOnlySpan<byte> labels, Metric metric, BootstrapOptions? options = null) =>
        Difference(RowAnswers.Of(first, labels), RowAnswers.Of(second, labels), metric, options);

    /// <summary>An interval for what the second model has more of a metric than the first, on the same rows.</summary>
    /// <param name="first">The first model's answers, in the order of time.</param>
    /// <param name="second">The second model's.</param>
    /// <param name="metric">What to measure.</param>
    /// <param name="options">How; null for the defaults.</param>
    public static ConfidenceInterval Difference(RowAnswers first, RowAnswers second, Metric metric, BootstrapOptions? options = null)
    {
        var (one, other) = (new ScoredRows(first), new ScoredRows(second));
        return Resample(
            one.Count,
            row => other.LossOf(metric, row) - one.LossOf(metric, row),
            weights => other.Of(metric, weights) - one.Of(metric, weights),
            options ?? new BootstrapOptions());
    }

    private static ConfidenceInterval Resample(int rows, Func<int, double> loss, Func<int[], double> measure, BootstrapOptions options)
    {
        var length = Check(options) ?? Math.Max(BlockLengths.CubeRoot(rows), BlockLengths.Automatic([.. Enumerable.Range(0, rows).Select(loss)]));
        length = Math.Min(length, rows);
        var weights = new int[rows];
        weights.AsSpan().Fill(1);
        var estimate = measure(weights);

        var random = new SplitMix64(options.Seed);
        var drawn = new double[options.Resamples];
        for (var i = 0; i < drawn.Length; i++)
        {
            Draw(random, weights, length, options.Scheme);
            drawn[i] = measure(weights);
        }

        var error = Deviation(drawn);
        Array.Sort(drawn);
        var tail = (1.0 - options.Level) / 2.0;
        return new ConfidenceInterval(estimate, Quantile(drawn, tail), Quantile(drawn, 1.0 - tail), options.Level, error, length, drawn.Length);
    }

    private static int? Check(BootstrapOptions options)
    {
        if (options.Resamples < LeastResamples)
            throw new ArgumentException($"{options.Resamples} resamples say nothing: take at least {LeastResamples}.", nameof(options));
        if (!(options.Level > 0.0 && options.Level < 1.0))
            throw new ArgumentException($"The level {options.Level} is not between 0 and 1.", nameof(options));
        if (options.BlockLength < 1)
            throw new ArgumentException($"The block length {options.BlockLength} is below 1: 1 takes rows for independent.", nameof(options));
        return options.BlockLength;
    }

    // The last block is cut where the series is full.
    private static void Draw(SplitMix64 random, int[] weights, int length, BlockScheme scheme)
    {
        Array.Clear(weights);
        var starts = scheme == BlockScheme.Circular ? weights.Length : weights.Length - length + 1;
        for (var left = weights.Length; left > 0; left -= length)
        {
            var row = random.NextInt(starts);
            for (var i = Math.Min(length, left); i > 0; i--)
            {
                weights[row]++;
                row = row + 1 == weights.Length ? 0 : row + 1;
            }
        }
    }

    private static double Deviation(double[] values)
    {
        var (mean, squares) = (0.0, 0.0);
        foreach (var value in values)
            mean += value / values.Length;
        foreach (var value in values)
            squares += (value - mean) * (value - mean);
        return Math.Sqrt(squares / (values.Length - 1));
    }

    // Between the two nearest order statistics, as most packages do by default.
    private static double Quantile(double[] sorted, double p)
    {
        var at = p * (sorted.Length - 1);
        var below = (int)Math.Floor(at);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + ((at - below) * (sorted[above] - sorted[below]));
    }
}
