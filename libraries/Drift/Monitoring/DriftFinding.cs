namespace MonitoringDemo.Drift.Monitoring;

/// <summary>One thing that the monitor found, with its evidence.</summary>
/// <param name="Id">Unique and repeatable: made of the row, the kind and the feature.</param>
/// <param name="Row">The newest row that had been read when the evidence was complete.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Feature">The input concerned, or several that a test looked at together with <c>+</c> between them; null when it is about the model's scores or outcomes.</param>
/// <param name="Detector">The check that spoke, for instance <c>shift</c> or <c>unit-change</c>.</param>
/// <param name="Statistic">What it measured, in its own unit.</param>
/// <param name="Threshold">The value that <paramref name="Statistic"/> had to reach.</param>
/// <param name="Onset">The estimated first row of the change. For data quality never later than the first broken row.</param>
/// <param name="WindowFrom">First row of the window that was looked at.</param>
/// <param name="WindowTo">One past its last row.</param>
/// <param name="Summary">The finding in one sentence, for a person.</param>
public sealed record DriftFinding(
    string Id,
    long Row,
    DriftFindingKind Kind,
    string? Feature,
    string Detector,
    double Statistic,
    double Threshold,
    long Onset,
    long WindowFrom,
    long WindowTo,
    string Summary)
{
    /// <summary>The earliest row at which the change may have begun: nine times in ten the true one lies between this and <see cref="OnsetTo"/>.</summary>
    public long OnsetFrom { get; init; } = Onset;

    /// <summary>The latest row at which the change may have begun.</summary>
    public long OnsetTo { get; init; } = Onset;

    /// <summary>Of data quality: the check knows of each row whether it is broken, so that onset and end are no estimates.</summary>
    public bool IsExact { get; init; }
}
