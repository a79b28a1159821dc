namespace MonitoringDemo.Inference.Explain;

/// <summary>Why a score is what it is, for the API's description: <see cref="Explanations"/> writes it.</summary>
/// <param name="Base">The mean log-odds of the training rows. With all contributions it sums to log(score / (1 − score)); of more than two classes, to the log-odds of the one that is answered less the mean of all.</param>
/// <param name="Features">The five strongest features of this row, strongest first.</param>
/// <param name="Others">What all other features contribute together, in log-odds.</param>
internal sealed record Explanation(double Base, IReadOnlyList<FeatureContribution> Features, double Others);

/// <summary>What one feature did to a score.</summary>
/// <param name="Feature">Its name.</param>
/// <param name="Value">The value in the request: a number, or a category as text; null when it was missing or of a category never seen.</param>
/// <param name="Contribution">In log-odds: positive raises the score.</param>
/// <param name="Sentence">The same in words.</param>
internal sealed record FeatureContribution(string Feature, object? Value, double Contribution, string Sentence);
