using MonitoringDemo.Learning.Evaluation;

namespace MonitoringDemo.Drift.Performance;

/// <summary>Confidence-based performance estimation (CBPE): what calibrated probabilities say about right and wrong answers, before any outcome is known.</summary>
/// <remarks>
/// A row with probability c of class 1 that was answered with 1 is right with probability c; summing gives the expected
/// confusion matrix. Right as long as the probabilities stay calibrated: a change of the inputs is seen, a change of what they
/// mean is not (see <see cref="EstimateTrust"/>). Source: NannyML, "Confidence-based performance estimation", in its
/// documentation under "How it works"; J. Białek et al., "Estimating model performance under covariate shift without labels"
/// (2024). Rows whose probability or score is not finite are left out; NaN when no row is left.
/// </remarks>
public static class PerformanceEstimates
{
    /// <summary>The expected metric.</summary>
    /// <param name="metric">Which.</param>
    /// <param name="calibrated">Calibrated probability of class 1 per row.</param>
    /// <param name="scores">The model's own score per row; the ranking metrics look at its order only.</param>
    /// <param name="predicted">The class answered per row, 0 or 1.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Estimate(PerformanceMetric metric, ReadOnlySpan<double> calibrated, ReadOnlySpan<double> scores, ReadOnlySpan<byte> predicted)
    {
        if (calibrated.Length != scores.Length || predicted.Length != scores.Length)
            throw new ArgumentException($"{calibrated.Length} probabilities, {scores.Length} scores and {predicted.Length} answers: give one of each per row.", nameof(scores));

        var (c, s, p) = Complete(calibrated, scores, predicted);
        if (c.Length == 0) return double.NaN;
        return metric switch
        {
            PerformanceMetric.RocAuc => new ExpectedRanking(c, s).RocAuc(),
            PerformanceMetric.AveragePrecision => new ExpectedRanking(c, s).AveragePrecision(),
            _ => Of(metric, ExpectedConfusion.Of(c, p)),
        };
    }

    /// <summary>The metric itself, once outcomes are there; NaN when all labels are alike, or, save for accuracy and ranking metrics, all answers.</summary>
    /// <param name="metric">Which.</param>
    /// <param name="labels">What came true per row, 0 or 1.</param>
    /// <param name="scores">The model's score per row.</param>
    /// <param name="predicted">The class answered per row, 0 or 1.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Realise(PerformanceMetric metric, ReadOnlySpan<byte> labels, ReadOnlySpan<double> scores, ReadOnlySpan<byte> predicted)
    {
        if (labels.Length != scores.Length || predicted.Length != scores.Length)
            throw new ArgumentException($"{labels.Length} labels, {scores.Length} scores and {predicted.Length} answers: give one of each per row.", nameof(scores));

        var probabilities = new double[labels.Length];
        for (var i = 0; i < probabilities.Length; i++) probabilities[i] = labels[i];
        var (c, s, p) = Complete(probabilities, scores, predicted);
        if (c.Length == 0) return double.NaN;

        var ranks = metric is PerformanceMetric.RocAuc or PerformanceMetric.AveragePrecision;
        if (metric != PerformanceMetric.Accuracy && (Alike(c) || (!ranks && Alike(p)))) return double.NaN;
        return metric == PerformanceMetric.RocAuc
            ? Evaluator.Evaluate(s, [.. c.Select(label => (byte)label)]).Auc
            : Estimate(metric, c, s, p);
    }

    private static double Of(PerformanceMetric metric, ExpectedConfusion confusion) => metric switch
    {
        PerformanceMetric.Accuracy => confusion.Accuracy,
        PerformanceMetric.Precision => confusion.Precision,
        PerformanceMetric.Recall => confusion.Recall,
        PerformanceMetric.Specificity => confusion.Specificity,
        PerformanceMetric.F1 => confusion.F1,
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "There is no such metric."),
    };

    private static (double[] Probabilities, double[] Scores, byte[] Predicted) Complete(
        ReadOnlySpan<double> probabilities, ReadOnlySpan<double> scores, ReadOnlySpan<byte> predicted)
    {
        var (c, s, p) = (new List<double>(scores.Length), new List<double>(scores.Length), new List<byte>(scores.Length));
        for (var i = 0; i < scores.Length; i++)
        {
            if (!double.IsFinite(probabilities[i]) || !double.IsFinite(scores[i])) continue;
            c.Add(probabilities[i]);
            s.Add(scores[i]);
            p.Add(predicted[i]);
        }

        return ([.. c], [.. s], [.. p]);
    }

    private static bool Alike<T>(T[] values) => Array.TrueForAll(values, value => value!.Equals(values[0]));
}
