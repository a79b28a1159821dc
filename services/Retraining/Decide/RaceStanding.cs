namespace MonitoringDemo.Retraining.Decide;

/// <summary>How a rival stands against the champion on rows that neither was trained on.</summary>
/// <param name="Rows">Rows both were scored on.</param>
/// <param name="MeanGain">The rival's mean gain in squared error a row; negative when it is worse.</param>
/// <param name="StandardError">Of that mean.</param>
/// <param name="ProvenBetter">An always-valid test says that the rival is better, by more than the margin.</param>
/// <param name="ProvenWorse">The same test the other way round.</param>
/// <param name="LeansBetter">Better at the milder level that ends a shadow.</param>
/// <param name="LeansWorse">Worse at that level: a canary does not go on.</param>
internal sealed record RaceStanding(int Rows, double MeanGain, double StandardError, bool ProvenBetter, bool ProvenWorse, bool LeansBetter = false, bool LeansWorse = false);
