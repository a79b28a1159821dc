namespace MonitoringDemo.Learning.Evaluation;

/// <summary>How well scores fit labels. A row counts as class 1 when its score is at least <see cref="Tasks.BinaryClassification.Threshold"/>.</summary>
/// <param name="Rows">Rows evaluated.</param>
/// <param name="Accuracy">Share of rows answered right.</param>
/// <param name="BalancedAccuracy">Mean of the shares right in each class that occurs.</param>
/// <param name="Auc">
/// Chance that a row of class 1 scores above one of class 0, ties counting half (area under the ROC curve);
/// 0.5 when only one class occurs.
/// </param>
/// <param name="LogLoss">Mean of −log of the probability given to the true class, in nats; probabilities are kept 2^−52 away from 0 and 1.</param>
/// <param name="Brier">Mean squared difference of score and label.</param>
/// <param name="AveragePrecision">
/// Σ (recall − recall before) × precision over the thresholds from the highest score down, rows of equal score together;
/// 0 when no row is of class 1.
/// </param>
/// <param name="Confusion">Rows by true class and by answer; with more than two classes only right ones (true positives) and wrong ones (false negatives).</param>
/// <param name="MacroF1">Mean over the classes that occur or were answered of the harmonic mean of precision and recall.</param>
/// <remarks>
/// With more than two classes <paramref name="Auc"/> and <paramref name="AveragePrecision"/> ask how well the probability of the answered class
/// parts right answers from wrong ones, and <paramref name="Brier"/> is the mean of <see cref="PairedLoss.Squared"/>.
/// </remarks>
public sealed record EvaluationResult(
    int Rows, double Accuracy, double BalancedAccuracy, double Auc, double LogLoss, double Brier, double AveragePrecision, ConfusionMatrix Confusion, double MacroF1);
