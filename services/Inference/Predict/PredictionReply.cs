using MonitoringDemo.Inference.Explain;

namespace MonitoringDemo.Inference.Predict;

/// <summary>The answer to <c>POST /v1/predictions</c>, for the API's description: <see cref="AnswerWriter"/> writes it.</summary>
/// <param name="Model">The model's name.</param>
/// <param name="ModelVersion">The version that scored every row of the request.</param>
/// <param name="Predictions">One per row, in the order of the request.</param>
/// <param name="NoClasses">With <c>?topK=</c>: why no classes are told, when none are.</param>
/// <param name="NotExplained">With <c>?explain=true</c>: why there are no explanations, when there are none.</param>
internal sealed record PredictionReply(string Model, int ModelVersion, IReadOnlyList<Prediction> Predictions, string? NotExplained = null, string? NoClasses = null);

/// <summary>One prediction.</summary>
/// <param name="Id">Names it when its outcome is reported.</param>
/// <param name="Score">The probability of class 1; of more than two classes that of the one that is answered.</param>
/// <param name="Label">The number of the class that is answered: of two, 1 when the score is at least 0.5.</param>
/// <param name="Class">Its name, where there are more than two.</param>
/// <param name="Classes">With <c>?topK=</c>: the likeliest classes, likeliest first.</param>
/// <param name="Explanation">With <c>?explain=true</c>: the strongest features, in words and numbers.</param>
internal sealed record Prediction(string Id, double Score, int Label, Explanation? Explanation = null, string? Class = null, IReadOnlyList<ClassProbability>? Classes = null);

/// <summary>How probable a class is.</summary>
/// <param name="Class">Its name.</param>
/// <param name="Probability">In [0, 1].</param>
internal sealed record ClassProbability(string Class, double Probability);
