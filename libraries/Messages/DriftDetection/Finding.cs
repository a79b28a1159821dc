namespace MonitoringDemo.Messages.DriftDetection;

/// <summary>One thing the monitor found in the inference log, with its evidence.</summary>
/// <param name="Id">Unique and repeatable: made of the row, the kind and the feature.</param>
/// <param name="Row">The row that completed the evidence, counted from 0 in the order of the stream.</param>
/// <param name="Kind">One of <see cref="FindingKinds"/>.</param>
/// <param name="Feature">The input concerned, or several that a test looked at together with <c>+</c> between them; null when the finding is about the model or its outcomes.</param>
/// <param name="Detector">The check that spoke, for instance <c>shift</c> or <c>unit-change</c>.</param>
/// <param name="Statistic">What the detector measured, in its own unit.</param>
/// <param name="Threshold">The value that <paramref name="Statistic"/> had to reach.</param>
/// <param name="Onset">The estimated first row of the change.</param>
/// <param name="WindowFrom">First row of the window that was looked at.</param>
/// <param name="WindowTo">One past the last row of that window.</param>
/// <param name="Summary">The finding in one sentence, for a person.</param>
/// <param name="OnsetFrom">The earliest row at which the change may have begun.</param>
/// <param name="OnsetTo">The latest such row.</param>
/// <param name="IsExact">Of data quality: of each row it is known whether it is broken, so that onset and end are no estimates.</param>
public sealed record Finding(
    string Id,
    long Row,
    string Kind,
    string? Feature,
    string Detector,
    double Statistic,
    double Threshold,
    long Onset,
    long WindowFrom,
    long WindowTo,
    string Summary,
    long? OnsetFrom = null,
    long? OnsetTo = null,
    bool IsExact = false);
