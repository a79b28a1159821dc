namespace MonitoringDemo.Retraining.Decide;

/// <summary>The champion's answers on clean rows whose outcome came after a finding, beside its answers before the onset.</summary>
/// <param name="Rows">Labelled rows since the finding, or since the last run that it caused; the newest thousand.</param>
/// <param name="Accuracy">On those.</param>
/// <param name="NewestAccuracy">On the newest of them: a fall that is over is none.</param>
/// <param name="ReferenceRows">Labelled rows before the onset.</param>
/// <param name="ReferenceAccuracy">On those.</param>
internal sealed record Confirmation(int Rows, double Accuracy, double NewestAccuracy, int ReferenceRows, double ReferenceAccuracy)
{
    public double Drop => ReferenceAccuracy - Accuracy;

    private double StandardError =>
        Math.Sqrt((Math.Max(Accuracy * (1 - Accuracy), 0.01) / Math.Max(1, Rows))
            + (Math.Max(ReferenceAccuracy * (1 - ReferenceAccuracy), 0.01) / Math.Max(1, ReferenceRows)));

    /// <summary>The fall is at least <paramref name="leastDrop"/> and more than <paramref name="sigmas"/> standard errors.</summary>
    public bool Fell(double leastDrop, double sigmas) => Drop >= leastDrop && Drop >= sigmas * StandardError && ReferenceAccuracy - NewestAccuracy >= leastDrop;
}
