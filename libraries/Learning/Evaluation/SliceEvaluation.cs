namespace MonitoringDemo.Learning.Evaluation;

/// <summary>How well scores fit labels on a part of the rows.</summary>
/// <param name="Slice"><c>feature=category</c>, or <c>feature missing</c>.</param>
/// <param name="Result">The measures there.</param>
public sealed record SliceEvaluation(string Slice, EvaluationResult Result);
