namespace MonitoringDemo.Messages.DriftDetection;

/// <summary>The accuracy that the champion is expected to have on its newest rows, before their outcomes are known. For people to see: nothing is decided by it.</summary>
/// <param name="Accuracy">Expected share of right answers.</param>
/// <param name="StandardError">How far the realised share strays from it by chance.</param>
/// <param name="Rows">How many rows it is made of.</param>
/// <param name="Realised">Share of right answers on those of them whose outcome is known; null while none is.</param>
/// <param name="Outcomes">How many of them have an outcome that is known.</param>
/// <param name="Trusted">False once outcomes have contradicted the estimates of this champion.</param>
/// <param name="Evidence">Against the estimate: at most 1 on average while it is right, 100 ends the trust.</param>
public sealed record AccuracyEstimated(double Accuracy, double StandardError, int Rows, double? Realised, int Outcomes, bool Trusted, double Evidence);
