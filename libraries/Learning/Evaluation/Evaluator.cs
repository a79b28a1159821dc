using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Learning.Evaluation;

/// <summary>Measures a model on labelled rows. The definitions are those of scikit-learn.</summary>
public static class Evaluator
{
    private const double Smallest = 2.220446049250313e-16;

    /// <summary>The class that a score stands for.</summary>
    /// <remarks>A score says itself whether it is one of two classes or of more, see <see cref="ClassAnswer"/>.</remarks>
    public static byte Decide(double score) => ClassAnswer.IsOne(score) ? ClassAnswer.ClassOf(score) : BinaryClassification.Instance.Decide(score);

    /// <summary>How far two answers to one row are apart, in [0, 1]: in probability, and wholly where they are different classes of more than two.</summary>
    public static double Distance(double one, double other) =>
        !ClassAnswer.IsOne(one) || !ClassAnswer.IsOne(other) ? Math.Abs(one - other)
        : ClassAnswer.ClassOf(one) != ClassAnswer.ClassOf(other) ? 1.0
        : Math.Abs(ClassAnswer.ProbabilityOf(one) - ClassAnswer.ProbabilityOf(other));

    /// <summary>Scores every row of the data and measures the result.</summary>
    /// <exception cref="ArgumentException">The data set is empty, or the model answers a row with NaN.</exception>
    public static EvaluationResult Evaluate(IModel model, DataSet data) => Evaluate(RowAnswers.Of(model, data));

    /// <summary>Measures scores against labels of the same rows.</summary>
    /// <exception cref="ArgumentException">There is no row, the lengths differ, a score is NaN, or a label is neither 0 nor 1.</exception>
    public static EvaluationResult Evaluate(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels) => Evaluate(RowAnswers.Of(scores, labels));

    /// <summary>Measures answers against what happened, of however many classes.</summary>
    /// <exception cref="ArgumentException">There is no row, or a score is NaN.</exception>
    public static EvaluationResult Evaluate(RowAnswers answers)
    {
        var rows = new ScoredRows(answers);
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
            rows.Confusion(once),
            rows.Of(Metric.MacroF1, once));
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
        LogLossOf(label == 1 ? score : 1.0 - score);

    /// <summary>−log of the probability that the true class was given.</summary>
    internal static double LogLossOf(double truth) => -Deterministic.Log(Math.Clamp(truth, Smallest, 1.0 - Smallest));
}
