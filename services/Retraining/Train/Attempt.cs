using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Train;

/// <summary>A recipe on a window, and what came of it while the run goes on.</summary>
/// <param name="Recipe">The trainer and its settings.</param>
/// <param name="Name">The recipe for people.</param>
/// <param name="Window">The rows it was given.</param>
/// <param name="Work">What it cost or would have.</param>
internal sealed record Attempt(Recipe Recipe, string Name, TrainingWindow Window, long Work)
{
    /// <summary>Null when it was left out or failed.</summary>
    public IModel? Model { get; init; }

    /// <summary>The clean rows of the window; only where it was trained.</summary>
    public DataSet? Rows { get; init; }

    /// <summary>The model's answers to the newest rows; null when there are none.</summary>
    public RowAnswers? Answers { get; init; }

    /// <summary>Null without newest rows.</summary>
    public EvaluationResult? Result { get; init; }

    public string? Failure { get; init; }

    /// <summary>The gate that it would not have passed, where that is known without asking; else null.</summary>
    public string? FailedAt { get; init; }

    public string? LeftOut { get; init; }

    /// <summary>Wall-clock time; null in lockstep.</summary>
    public double? Seconds { get; init; }

    /// <summary>For people: <c>binned-logistic on since-change (1,204 rows)</c>.</summary>
    public string Words => FormattableString.Invariant($"{Name} on {Window.Name} ({Window.Rows.Count:N0} rows)");
}
