namespace MonitoringDemo.Messages.Retraining;

/// <summary>What inference has to serve from now on. The newest <paramref name="Sequence"/> wins.</summary>
/// <param name="Model">The model concerned.</param>
/// <param name="UpdateId">The incident.</param>
/// <param name="Sequence">Counts the releases of this model from 1.</param>
/// <param name="Row">The row at which it was decided.</param>
/// <param name="Champion">The version whose answer is served.</param>
/// <param name="Shadow">A version that is scored on the same requests and logged, not served; null when there is none.</param>
/// <param name="Stage">What happened: one of <see cref="ReleaseStages"/>.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Importance">Each feature's share of what moves the champion's scores, in schema order; null when it is not known.</param>
/// <param name="HeldOut">How wrong the champion was on rows that it was not trained on; null when it is not known.</param>
/// <param name="CanaryShare">The share of requests, above 0 and below 1, that <paramref name="Shadow"/> answers in place of the champion, as a canary; null when it answers none. Who does not know it takes the canary for a shadow.</param>
public sealed record ReleaseChanged(
    string Model,
    string UpdateId,
    long Sequence,
    long Row,
    ModelReference Champion,
    ModelReference? Shadow,
    string Stage,
    string Reason,
    IReadOnlyList<double>? Importance = null,
    HeldOutMeasured? HeldOut = null,
    double? CanaryShare = null);
