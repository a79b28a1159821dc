namespace MonitoringDemo.Demo.Mystery;

/// <summary>The points of a case: 100 at most, 0 at least.</summary>
/// <param name="Since">Of 12: how near the row named is to the onset.</param>
/// <param name="Promptness">Of 8: how soon the answer came.</param>
/// <param name="Cause">Of 20.</param>
/// <param name="Features">Of 15: precision and recall of the features named.</param>
/// <param name="Retraining">Of 15.</param>
/// <param name="Action">Of 20.</param>
/// <param name="Damage">Of 10: what is left of them after what was done wrong; below 0 where much was.</param>
internal sealed record MysteryScore(double Since, double Promptness, double Cause, double Features, double Retraining, double Action, double Damage)
{
    /// <summary>The sum, in tenths.</summary>
    public double Total { get; } = Math.Round(Math.Clamp(Since + Promptness + Cause + Features + Retraining + Action + Damage, 0, 100), 1);
}
