namespace MonitoringDemo.Retraining.Train;

/// <summary>One candidate that was tried in a training run.</summary>
/// <param name="Id">Made of the row and the order of trial.</param>
/// <param name="UpdateId">The story.</param>
/// <param name="Row">One past the last row read when it was tried: time in rows.</param>
/// <param name="Window">Which rows were taken, in words.</param>
/// <param name="FromRow">First row of the window.</param>
/// <param name="ToRow">One past its last row.</param>
/// <param name="Rows">Clean labelled rows in it.</param>
/// <param name="HoldoutRows">Newer rows it was judged on.</param>
/// <param name="Won">Whether it became the run's candidate.</param>
/// <param name="Failure">Why it could not be trained; otherwise null.</param>
internal sealed record Experiment(
    string Id,
    string UpdateId,
    long Row,
    string Trainer,
    IReadOnlyDictionary<string, double> Parameters,
    ulong Seed,
    string Window,
    long FromRow,
    long ToRow,
    int Rows,
    int HoldoutRows,
    double? Accuracy,
    double? LogLoss,
    double? Auc,
    bool Won,
    string? Failure);
