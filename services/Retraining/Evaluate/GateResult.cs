namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>What one gate said of a candidate.</summary>
/// <param name="Gate">Its name, for instance <c>quality</c>.</param>
/// <param name="Passed">Whether the candidate may go on.</param>
/// <param name="Evidence">What was measured, in one sentence.</param>
internal sealed record GateResult(string Gate, bool Passed, string Evidence);
