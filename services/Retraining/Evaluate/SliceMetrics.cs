using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>How a model does on a part of the holdout rows.</summary>
/// <param name="Slice"><c>all</c>, <c>feature=category</c> or <c>feature missing</c>.</param>
public sealed record SliceMetrics(string Slice, int Rows, double Accuracy, double LogLoss, double Brier, double Auc)
{
    /// <summary>The model on all rows, then on each slice; nothing without rows.</summary>
    internal static IReadOnlyList<SliceMetrics> Measure(IModel model, DataSet data)
    {
        if (data.Count == 0) return [];
        var answers = RowAnswers.Of(model, data);
        return [Of("all", Evaluator.Evaluate(answers)), .. SlicedEvaluator.Evaluate(answers, data).Select(slice => Of(slice.Slice, slice.Result))];
    }

    private static SliceMetrics Of(string slice, EvaluationResult result) => new(slice, result.Rows, result.Accuracy, result.LogLoss, result.Brier, result.Auc);
}
