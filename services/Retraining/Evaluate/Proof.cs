namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>Why a standing challenger needs no test on held-out rows.</summary>
/// <param name="IsProvenBetter">Its race was won; else training anew is trusted, and the model must not look worse.</param>
/// <param name="Rows">Rows that speak for it.</param>
/// <param name="MeanGain">Squared error a row that it saves on those.</param>
public sealed record Proof(bool IsProvenBetter, int Rows, double MeanGain);
