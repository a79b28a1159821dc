namespace MonitoringDemo.Retraining.Audit;

/// <summary>Two models on the same rows.</summary>
/// <param name="Rows">How many.</param>
/// <param name="AccuracyA">Share of right answers of the one.</param>
/// <param name="AccuracyB">Of the other, which was trained on these rows: not held out.</param>
/// <param name="Agree">Share of rows that both answer alike.</param>
/// <param name="MeanDifference">Mean distance of the answers in probability, see <see cref="Learning.Evaluation.Evaluator.Distance"/>.</param>
/// <param name="LargestDifference">The largest.</param>
public sealed record SameRowsCompared(int Rows, double AccuracyA, double AccuracyB, double Agree, double MeanDifference, double LargestDifference);
