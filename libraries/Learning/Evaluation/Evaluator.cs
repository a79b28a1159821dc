using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Learning.Evaluation;

/// <summary>Measures a model on labelled rows. The definitions are those of scikit-learn.</summary>
public static class Evaluator
{
    private const double Smallest = 2.220446049250313e-16;

    /// <summary>The class that a score stands for.</summary>
    public static byte Decide(double score) => BinaryClassification.Instance.Decide(score);

    /// <summary>Scores every row of the data and measures the result.</summary>
    /// <exception cref="ArgumentException">The data set is empty, or the model answers a row with NaN.</exception>
    public static EvaluationResult Evaluate(IModel model, DataSet data) => Evaluate(Score(model, data), data.Labels);

    /// <summary>Measures scores against labels of the same rows.</summary>
    /// <exception cref="ArgumentException">There is no row, the lengths differ, a score is NaN, or a label is neither 0 nor 1.</exception>
    public static EvaluationResult Evaluate(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels)
    {
        var rows = new ScoredRows(scores, labels);
        var once = new int[rows.Count];
        once.AsSpan().Fill(1);
        return new EvaluationResult(
            rows.Count,
            rows.Of(Metric.Accuracy, once),
            rows.Of(Metric.BalancedAccuracy, once),
            rows.Of(Metric.Auc, once),
            rows.Of(Metric.LogLoss, once),
            rows.Of(Metric.Brier, once),
            rows.Of(Metric.AveragePrecision, once),
            rows.Confusion(once));
    }

    /// <summary>The score of every row, in their order.</summary>
    public static double[] Score(IModel model, DataSet data)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        var scores = new double[data.Count];
        model.Score(data.Values, scores);
        return scores;
    }

    internal static double LogLoss(double score, byte label) =>
        -Deterministic.Log(Math.Clamp(label == 1 ? score : 1.0 - score, Smallest, 1.0 - Smallest));
}
