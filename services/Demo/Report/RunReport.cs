using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Demo.Report;

/// <summary>
/// What a lockstep run found, did and cost. The same seed gives the same report byte for byte, <see cref="Timing"/> aside;
/// rows count from 0 in the order of the stream and ranges are half-open.
/// </summary>
/// <param name="FormatVersion">1; grows when a field changes its meaning.</param>
/// <param name="Scenario">The scenario's id, or the replayed file's name without its folder.</param>
/// <param name="Seed">Everything random comes from it.</param>
/// <param name="Rows">Rows in the stream, warm-up included.</param>
/// <param name="Step">Rows between two drains of the fleet.</param>
/// <param name="Truth">What the scenario really did; null for a replay.</param>
/// <param name="Findings">Sorted by row, kind and feature.</param>
/// <param name="Decisions">In the order in which they were made.</param>
/// <param name="Models">Every registered version, the rejected ones included.</param>
/// <param name="Accuracy">Of the answers served, beside the static twin.</param>
/// <param name="Counts">Without the warm-up rows, which are history.</param>
/// <param name="DelayRows">First required finding − onset; null when none came or none was required.</param>
/// <param name="RecoveryRows">Onset to the end of the first block that is back near the level before it; null when it never fell or never came back.</param>
/// <param name="Verdict">pass or fail; null for a replay.</param>
/// <param name="Why">The verdict in one sentence.</param>
/// <param name="Timing">The only part that differs between two runs of one seed.</param>
/// <param name="Task">What the models predict; in reports from before it was written, two classes.</param>
public sealed record RunReport(
    int FormatVersion,
    string Scenario,
    ulong Seed,
    long Rows,
    int Step,
    ReportTruth? Truth,
    IReadOnlyList<ReportFinding> Findings,
    IReadOnlyList<ReportDecision> Decisions,
    IReadOnlyList<ReportModel> Models,
    ReportAccuracy Accuracy,
    ReportCounts Counts,
    long? DelayRows,
    long? RecoveryRows,
    string? Verdict,
    string? Why,
    ReportTiming Timing,
    TaskType Task = TaskType.BinaryClassification);
