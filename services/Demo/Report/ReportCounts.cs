namespace MonitoringDemo.Demo.Report;

/// <summary>What went through the fleet after the warm-up.</summary>
/// <param name="Predictions">Acknowledged to the caller.</param>
/// <param name="Failed">Rows whose request was not answered with success.</param>
/// <param name="Outcomes">Late outcomes acknowledged.</param>
/// <param name="Lost">Acknowledged predictions and outcomes that are missing from the log.</param>
/// <param name="Doubled">Prediction, request and message ids that occur twice.</param>
/// <param name="Quarantined">Rows kept out of training.</param>
/// <param name="Alerts">Alerts raised.</param>
/// <param name="Trainings">Training runs, the first model's and those of standing challengers among them; null in reports from before it was written.</param>
/// <param name="ModelsTrained">Models trained in them: every candidate; null in reports from before it was written.</param>
public sealed record ReportCounts(
    long Predictions,
    long Failed,
    long Outcomes,
    long Lost,
    long Doubled,
    long Quarantined,
    long Alerts,
    long? Trainings = null,
    long? ModelsTrained = null)
{
    /// <summary>Predictions whose outcome had not come by the end of the run: it comes later, or never.</summary>
    public long OutcomesNotCome => Math.Max(0, Predictions - Outcomes);
}
