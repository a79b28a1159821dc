using System.Text.Json.Serialization;

namespace MonitoringDemo.Demo.Report;

/// <summary>One decision, as it was published.</summary>
/// <param name="Row">The row that completed the evidence.</param>
/// <param name="Action">For instance <c>retrain</c>; promotions stand in the models.</param>
/// <param name="Reason">In one sentence; a rejection names its gate.</param>
/// <param name="Findings">Positions in the report's list of findings.</param>
/// <param name="Gate">The gate that failed; null for actions that are not about a gate. Not written: the reason names it.</param>
/// <param name="Version">The model version concerned, where there is one. Not written.</param>
public sealed record ReportDecision(
    long Row,
    string Action,
    string Reason,
    IReadOnlyList<int> Findings,
    [property: JsonIgnore] string? Gate = null,
    [property: JsonIgnore] int? Version = null);
