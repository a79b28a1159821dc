using System.Text.Json.Serialization;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Register;

/// <summary>A candidate as <c>GET /v1/experiments</c> and the command line list it.</summary>
/// <param name="Id">Made of the row and the order of trial.</param>
/// <param name="UpdateId">The incident.</param>
/// <param name="Row">One past the last row read when it was tried.</param>
/// <param name="Trainer">The trainer's name.</param>
/// <param name="Parameters">Its settings; what is missing had the trainer's default.</param>
/// <param name="Seed">The trainer's seed.</param>
/// <param name="Window">Which rows it was given, in words.</param>
/// <param name="FromRow">First row of the window.</param>
/// <param name="ToRow">One past its last row.</param>
/// <param name="Rows">Clean labelled rows in it.</param>
/// <param name="HoldoutRows">Newer rows it was judged on.</param>
/// <param name="Outcome">won, lost, failed or left-out.</param>
/// <param name="Won">Whether it became the run's candidate.</param>
/// <param name="Version">The version that the winner became; null for the others, and when none was registered.</param>
/// <param name="Reason">Why it won, failed or was left out; null for those that lost.</param>
/// <param name="LogLoss">On the newer rows, with its interval; the metrics are null when it was not judged.</param>
/// <param name="CalibrationError">The expected calibration error on the newer rows (ten bins of equal mass), in [0, 1]; null in journals of before.</param>
/// <param name="MacroF1">On the newer rows, where there are more than two classes; else null.</param>
/// <param name="Work">Rows visited in training; null in journals of before.</param>
/// <param name="Seconds">Wall-clock time; null in lockstep.</param>
public sealed record ExperimentView(
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
    string Outcome,
    bool Won,
    int? Version,
    string? Reason,
    double? LogLoss,
    MetricInterval? LogLossInterval,
    double? Accuracy,
    MetricInterval? AccuracyInterval,
    double? BalancedAccuracy,
    double? Auc,
    double? AveragePrecision,
    double? Brier,
    double? CalibrationError,
    long? Work,
    double? Seconds,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? MacroF1 = null)
{
    /// <summary>The settings in words; empty for defaults.</summary>
    public string Settings => Recipe.Words(Parameters);

    internal static IReadOnlyList<ExperimentView> All(RegistryState state)
    {
        // An incident can register several versions, but one at most a row.
        var versions = state.Versions.ToDictionary(version => (version.UpdateId, version.RegisteredAtRow), version => version.Version);
        return [.. state.Experiments.Select(experiment => Of(experiment, experiment.Won && versions.TryGetValue((experiment.UpdateId, experiment.Row), out var version) ? version : null))];
    }

    internal static string OutcomeOf(Experiment experiment) => experiment switch
    {
        { Won: true } => CandidateOutcomes.Won,
        { LeftOut: not null } => CandidateOutcomes.LeftOut,
        { Failure: not null } => CandidateOutcomes.Failed,
        _ => CandidateOutcomes.Lost,
    };

    private static ExperimentView Of(Experiment e, int? version) => new(
        e.Id, e.UpdateId, e.Row, e.Trainer, e.Parameters, e.Seed, e.Window, e.FromRow, e.ToRow, e.Rows, e.HoldoutRows, OutcomeOf(e), e.Won, version,
        e.Reason ?? e.Failure ?? e.LeftOut, e.LogLoss, e.LogLossInterval, e.Accuracy, e.AccuracyInterval, e.BalancedAccuracy, e.Auc, e.AveragePrecision, e.Brier, e.CalibrationError, e.Work, e.Seconds, e.MacroF1);
}
