namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>How a model does on a part of the holdout rows.</summary>
/// <param name="Slice"><c>all</c>, or <c>feature=category</c>.</param>
public sealed record SliceMetrics(string Slice, int Rows, double Accuracy, double LogLoss, double Brier, double Auc);
