namespace MonitoringDemo.Messages.Retraining;

/// <summary>One candidate of a training run.</summary>
/// <param name="Id">Unique and repeatable.</param>
/// <param name="Trainer">The trainer's name.</param>
/// <param name="Settings">Its settings in words; empty for its defaults.</param>
/// <param name="Window">Which rows it was given, in words.</param>
/// <param name="Rows">Clean labelled rows in the window.</param>
/// <param name="Outcome">One of <see cref="CandidateOutcomes"/>.</param>
/// <param name="Note">Why it failed or was left out; otherwise null.</param>
/// <param name="HoldoutRows">Newer rows it was judged on.</param>
/// <param name="LogLoss">On those rows, with the ends of an interval; null when it was not judged.</param>
/// <param name="LogLossLower">The lower end.</param>
/// <param name="LogLossUpper">The upper end.</param>
/// <param name="Accuracy">On those rows, with the ends of an interval; null when it was not judged.</param>
/// <param name="AccuracyLower">The lower end.</param>
/// <param name="AccuracyUpper">The upper end.</param>
/// <param name="Work">Rows visited in training.</param>
/// <param name="Seconds">Wall-clock time; null where there is no clock.</param>
public sealed record TriedCandidate(
    string Id,
    string Trainer,
    string Settings,
    string Window,
    int Rows,
    string Outcome,
    string? Note = null,
    int HoldoutRows = 0,
    double? LogLoss = null,
    double? LogLossLower = null,
    double? LogLossUpper = null,
    double? Accuracy = null,
    double? AccuracyLower = null,
    double? AccuracyUpper = null,
    long? Work = null,
    double? Seconds = null);
