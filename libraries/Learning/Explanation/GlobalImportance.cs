using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Learning.Explanation;

/// <summary>How much a model leans on each of its features, over many rows.</summary>
public static class GlobalImportance
{
    private const double Smallest = 1e-15;

    /// <summary>Each feature's share of what moves the scores, in schema order; the shares sum to 1.</summary>
    /// <remarks>
    /// For an <see cref="IExplainableModel"/> the mean absolute contribution, in log-odds (S. M. Lundberg et al., Nature
    /// Machine Intelligence 2 (2020), section "Global"). For any other model the mean absolute change of the log-odds when
    /// the feature's value comes from the row half the rows further on (after L. Breiman, "Random forests", Machine Learning 45
    /// (2001), with a fixed permutation). A model that leans on nothing leans on all features alike.
    /// </remarks>
    /// <param name="model">Any model.</param>
    /// <param name="rows">Row-major values, at least one row; of an explainable model a few hundred are plenty.</param>
    /// <exception cref="ArgumentException">There is no row, or the values do not fill whole rows.</exception>
    public static double[] Of(IModel model, ReadOnlySpan<double> rows)
    {
        ArgumentNullException.ThrowIfNull(model);
        var importance = model is IExplainableModel explainable ? MeanContributions(explainable, rows) : MeanChanges(model, rows);
        var sum = 0.0;
        foreach (var own in importance)
            sum += own;
        for (var i = 0; i < importance.Length; i++)
            importance[i] = sum > 0.0 ? importance[i] / sum : 1.0 / importance.Length;
        return importance;
    }

    /// <summary>The mean absolute contribution of each feature, in log-odds.</summary>
    /// <param name="model">The model that is asked.</param>
    /// <param name="rows">Row-major values, at least one row.</param>
    /// <exception cref="ArgumentException">There is no row, or the values do not fill whole rows.</exception>
    public static double[] MeanContributions(IExplainableModel model, ReadOnlySpan<double> rows)
    {
        ArgumentNullException.ThrowIfNull(model);
        var count = Count(model, rows);
        var width = model.Schema.Count;
        var (own, means) = (new double[width], new double[width]);
        for (var row = 0; row < count; row++)
        {
            model.Explain(rows.Slice(row * width, width), own);
            for (var i = 0; i < width; i++)
                means[i] += Math.Abs(own[i]) / count;
        }

        return means;
    }

    private static double[] MeanChanges(IModel model, ReadOnlySpan<double> rows)
    {
        var count = Count(model, rows);
        var width = model.Schema.Count;
        var (means, row) = (new double[width], new double[width]);
        for (var i = 0; i < count; i++)
        {
            rows.Slice(i * width, width).CopyTo(row);
            var score = model.Score(row);
            var other = rows.Slice((i + (count / 2)) % count * width, width);
            for (var feature = 0; feature < width; feature++)
            {
                var kept = row[feature];
                row[feature] = other[feature];
                means[feature] += Change(score, model.Score(row)) / count;
                row[feature] = kept;
            }
        }

        return means;
    }

    private static double Change(double before, double after) =>
        ClassAnswer.IsOne(before) ? Evaluator.Distance(before, after) : Math.Abs(LogOdds(after) - LogOdds(before));

    private static double LogOdds(double score)
    {
        var kept = Math.Clamp(score, Smallest, 1.0 - Smallest);
        return Deterministic.Log(kept / (1.0 - kept));
    }

    private static int Count(IModel model, ReadOnlySpan<double> rows) =>
        !rows.IsEmpty && rows.Length % model.Schema.Count == 0
            ? rows.Length / model.Schema.Count
            : throw new ArgumentException($"{rows.Length} values are no whole rows of {model.Schema.Count}; give at least one row.", nameof(rows));
}
