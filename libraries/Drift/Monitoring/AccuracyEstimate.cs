using MonitoringDemo.Drift.Performance;

namespace MonitoringDemo.Drift.Monitoring;

/// <summary>What the champion's accuracy is expected to be on its newest rows, before their outcomes are known. Shown, never acted on.</summary>
/// <remarks>Made by <see cref="EstimatedAccuracy"/> on scores that a Platt calibrator of the champion's first outcomes makes into probabilities; whether it holds is the business of <see cref="EstimateTrust"/>.</remarks>
/// <param name="Accuracy">Expected share of right answers, in [0, 1].</param>
/// <param name="StandardError">How far the realised share of the same rows strays from it by chance.</param>
/// <param name="Rows">The rows that it is made of, the newest good ones.</param>
/// <param name="Realised">Share of right answers on those of them whose outcome is known; null while none is.</param>
/// <param name="Outcomes">How many of them have an outcome that is known.</param>
/// <param name="IsTrusted">Whether outcomes have agreed with it since this champion was calibrated; once they have not, only another champion brings trust back.</param>
/// <param name="Evidence">Against it, as of now: at most 1 on average while it is right; 100 ends the trust.</param>
public sealed record AccuracyEstimate(double Accuracy, double StandardError, int Rows, double? Realised, int Outcomes, bool IsTrusted, double Evidence);
