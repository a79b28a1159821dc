using System.Globalization;
using System.Text.Json.Serialization;
using MonitoringDemo.Learning.Calibration;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Train;

/// <summary>One candidate of a training run: tried, failed, or left out for the budget.</summary>
/// <param name="Id">Made of the row and the order of trial, or the word challenger.</param>
/// <param name="UpdateId">The incident.</param>
/// <param name="Row">One past the last row read when it was tried: time in rows.</param>
/// <param name="Window">Which rows were taken, in words.</param>
/// <param name="FromRow">First row of the window.</param>
/// <param name="ToRow">One past its last row.</param>
/// <param name="Rows">Clean labelled rows in it.</param>
/// <param name="HoldoutRows">Newer rows it was judged on.</param>
/// <param name="Won">Whether it became the run's candidate.</param>
/// <param name="Failure">Why it could not be trained; otherwise null.</param>
/// <param name="Work">Rows visited in training, by the trainer's own estimate; null in journals of before.</param>
/// <param name="Seconds">Wall-clock time of training and scoring; null in lockstep.</param>
/// <param name="LeftOut">Why it was not tried at all; otherwise null.</param>
/// <param name="Reason">Why the winner won, in one sentence; null for the others.</param>
/// <param name="MacroF1">On the newer rows, where there are more than two classes; else null.</param>
/// <param name="CalibrationError">The expected calibration error on the newer rows, ten bins of equal mass; null in journals of before.</param>
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
    string? Failure,
    double? BalancedAccuracy = null,
    double? AveragePrecision = null,
    double? Brier = null,
    MetricInterval? AccuracyInterval = null,
    MetricInterval? LogLossInterval = null,
    long? Work = null,
    double? Seconds = null,
    string? LeftOut = null,
    string? Reason = null,
    double? CalibrationError = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? MacroF1 = null)
{
    /// <summary>One of a run's candidates, judged by the newest rows.</summary>
    public static Experiment Of(Attempt attempt, int index, bool won, TrainingOrder order, long row, DataSet holdout, BootstrapOptions bootstrap)
    {
        MetricInterval? Interval(Metric metric) =>
            attempt.Result is null ? null : MetricInterval.Of(BlockBootstrap.Interval(attempt.Answers!, metric, bootstrap));

        var (window, result) = (attempt.Window, attempt.Result);
        return new Experiment(
            string.Create(CultureInfo.InvariantCulture, $"e-{row}-{index + 1}"), order.UpdateId, row, attempt.Recipe.Trainer, attempt.Recipe.Parameters, order.Seed,
            window.Name, window.Rows[0], window.Rows[^1] + 1, window.Rows.Count, holdout.Count, result?.Accuracy, result?.LogLoss, result?.Auc, won, attempt.Failure,
            result?.BalancedAccuracy, result?.AveragePrecision, result?.Brier, Interval(Metric.Accuracy), Interval(Metric.LogLoss), attempt.Work, attempt.Seconds, attempt.LeftOut,
            CalibrationError: attempt.Answers is { } answers ? CalibrationErrorOf(answers, holdout) : null,
            MacroF1: holdout.Schema.Task.Classes > 2 ? result?.MacroF1 : null);
    }

    private static double CalibrationErrorOf(RowAnswers answers, DataSet holdout)
    {
        var (probabilities, events) = answers.ForCalibration(holdout.Schema.Task);
        return ReliabilityTable.EqualMass(probabilities, events).ExpectedCalibrationError;
    }
}
