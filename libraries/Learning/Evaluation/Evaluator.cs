using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Learning.Evaluation;

/// <summary>Measures a model on labelled rows. The definitions are those of scikit-learn.</summary>
public static class Evaluator
{
    /// <summary>Scores from here on answer "class 1".</summary>
    public const double Threshold = 0.5;

    private const double Smallest = 2.220446049250313e-16;

    /// <summary>The class that a score stands for.</summary>
    public static byte Decide(double score) => score >= Threshold ? (byte)1 : (byte)0;

    /// <summary>Scores every row of the data and measures the result.</summary>
    /// <exception cref="ArgumentException">The data set is empty.</exception>
    public static EvaluationResult Evaluate(IModel model, DataSet data)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(data);
        var scores = new double[data.Count];
        model.Score(data.Values, scores);
        return Evaluate(scores, data.Labels);
    }

    /// <summary>Measures scores against labels of the same rows.</summary>
    /// <exception cref="ArgumentException">There is no row, or the lengths differ.</exception>
    public static EvaluationResult Evaluate(ReadOnlySpan<double> scores, ReadOnlySpan<byte> labels)
    {
        if (scores.IsEmpty || scores.Length != labels.Length)
            throw new ArgumentException($"{scores.Length} scores for {labels.Length} labels: give at least one row, and a label for each.");

        Span<int> count = [0, 0];
        Span<int> right = [0, 0];
        double logLoss = 0, brier = 0;
        for (var i = 0; i < scores.Length; i++)
        {
            var label = labels[i];
            count[label]++;
            right[label] += Decide(scores[i]) == label ? 1 : 0;
            logLoss += LogLoss(scores[i], label);
            brier += (scores[i] - label) * (scores[i] - label);
        }

        var n = scores.Length;
        var balanced = count[0] == 0 || count[1] == 0
            ? (double)(right[0] + right[1]) / n
            : (((double)right[0] / count[0]) + ((double)right[1] / count[1])) / 2;
        return new EvaluationResult(n, (double)(right[0] + right[1]) / n, balanced, RankedPairs.Auc(scores, labels), logLoss / n, brier / n);
    }

    internal static double LogLoss(double score, byte label) =>
        -Deterministic.Log(Math.Clamp(label == 1 ? score : 1.0 - score, Smallest, 1.0 - Smallest));
}
