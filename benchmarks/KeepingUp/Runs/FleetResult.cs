namespace MonitoringDemo.KeepingUp.Runs;

/// <summary>What the fleet did with a stream.</summary>
/// <param name="Accuracy">Of the answers that it served after the warm-up.</param>
/// <param name="Static">Of the first model on the same rows.</param>
/// <param name="Trainings">Training runs, the first one and those of standing challengers included; null when the report does not say.</param>
/// <param name="Fitted">Models trained in them: the candidates of every run; null when the report does not say.</param>
/// <param name="Findings">Rows of the findings, in order.</param>
/// <param name="Decisions">Rows of the decisions to retrain, restore or replace, in order.</param>
/// <param name="Releases">What was served after the first model.</param>
internal sealed record FleetResult(
    double Accuracy,
    double Static,
    int? Trainings,
    int? Fitted,
    IReadOnlyList<long> Findings,
    IReadOnlyList<long> Decisions,
    IReadOnlyList<Served> Releases);
