using MonitoringDemo.Demo.Report;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>Everything that a run left behind.</summary>
/// <param name="Plan">What was played.</param>
/// <param name="Rows">What was acknowledged, and how right it was.</param>
/// <param name="Messages">What was said on the bus.</param>
/// <param name="Log">What stands in the log.</param>
/// <param name="Trainings">What was trained, registered or not.</param>
/// <param name="Models">What stands in the registry.</param>
/// <param name="Elapsed">From the first row of history to the last drain.</param>
internal sealed record PlayedRun(
    LockstepPlan Plan,
    ServedRows Rows,
    RunMessages Messages,
    LogAudit Log,
    TrainingCount Trainings,
    IReadOnlyList<ReportModel> Models,
    TimeSpan Elapsed) : IDisposable
{
    /// <summary>Columns beside the schema that the last deployment named.</summary>
    public IReadOnlyList<string> UnknownColumns { get; init; } = [];

    public void Dispose() => Log.Dispose();
}
