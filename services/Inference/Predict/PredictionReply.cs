using MonitoringDemo.Inference.Explain;

namespace MonitoringDemo.Inference.Predict;

/// <summary>The answer to <c>POST /v1/predictions</c>, for the API's description: <see cref="AnswerWriter"/> writes it.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="ModelVersion">The version that scored every row of the request.</param>
/// <param name="Predictions">One per row, in the order of the request.</param>
/// <param name="NotExplained">With <c>?explain=true</c>: why there are no explanations, when there are none.</param>
internal sealed record PredictionReply(string Model, int ModelVersion, IReadOnlyList<Prediction> Predictions, string? NotExplained = null);

/// <summary>One prediction.</summary>
/// <param name="Id">Names it when its outcome is reported.</param>
/// <param name="Score">The probability of class 1.</param>
/// <param name="Label">1 when the score is at least 0.5.</param>
/// <param name="Explanation">With <c>?explain=true</c>: the strongest features, in words and numbers.</param>
internal sealed record Prediction(string Id, double Score, int Label, Explanation? Explanation = null);
