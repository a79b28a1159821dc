using System.Text.Json;

namespace MonitoringDemo.Mcp;

/// <summary>A decision and what it rests on.</summary>
/// <param name="Decision">What was decided, when and why.</param>
/// <param name="Rule">The row of the policy's table.</param>
/// <param name="Findings">The findings that it names; empty when it rests on a gate or on a person.</param>
/// <param name="Version">The version that it concerns, with its gates and lineage; null when it concerns none.</param>
internal sealed record DecisionExplained(JsonElement Decision, string Rule, IReadOnlyList<JsonElement> Findings, JsonElement? Version);
