namespace MonitoringDemo.Messages.Retraining;

/// <summary>Names one registered model version, and the artifact that must be loaded for it.</summary>
/// <param name="Version">Counted from 1; 1 is the static twin.</param>
/// <param name="Sha256">SHA-256 of the artifact's bytes, lower-case hexadecimal; the artifact's name in the registry.</param>
/// <param name="Algorithm">For instance <c>logistic-regression</c>.</param>
/// <param name="TrainedFromRow">First row of the training window.</param>
/// <param name="TrainedToRow">One past the last row of the training window.</param>
public sealed record ModelReference(int Version, string Sha256, string Algorithm, long TrainedFromRow, long TrainedToRow);
