namespace MonitoringDemo.Retraining.Decide;

/// <summary>The champion's answers on clean rows whose outcome came after a finding, beside what was answered before the onset.</summary>
/// <param name="Rows">Labelled rows since the finding, or since this champion serves.</param>
/// <param name="Accuracy">On those.</param>
/// <param name="ReferenceRows">Labelled rows before the onset.</param>
/// <param name="ReferenceAccuracy">On those.</param>
/// <param name="Evidence">Nats against "accuracy is no lower than the reference by more than the margin": an always-valid test as it stands now, so a fall that is over is none.</param>
internal sealed record Confirmation(int Rows, double Accuracy, int ReferenceRows, double ReferenceAccuracy, double Evidence)
{
    public double Drop => ReferenceAccuracy - Accuracy;

    /// <summary>The fall is at least <paramref name="leastDrop"/>, or as many errors again where errors are rarer than that, with so many nats of evidence.</summary>
    public bool Fell(double leastDrop, double evidence) => Drop >= Math.Min(leastDrop, 1 - ReferenceAccuracy) && Evidence >= evidence;
}
