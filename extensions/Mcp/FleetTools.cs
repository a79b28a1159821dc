using System.ComponentModel;
using System.Text.Json;
using ModelContextProtocol.Server;

namespace MonitoringDemo.Mcp;

/// <summary>What an agent can ask, and the little that it may do. Each answer is what the fleet's API answers.</summary>
internal sealed class FleetTools(FleetApi fleet)
{
    [McpServerTool(Name = "list_models", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Every registered version of the model, oldest first: who serves, its role, trigger, training rows, accuracy and gates.")]
    public Task<JsonElement> ListModels(CancellationToken cancellationToken) => fleet.GetAsync("/v1/models", cancellationToken);

    [McpServerTool(Name = "get_model", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("One version with its gates, seed, data and lineage.")]
    public Task<JsonElement> GetModel([Description("The version's number, as list_models names it.")] int version, CancellationToken cancellationToken) =>
        fleet.GetAsync(FormattableString.Invariant($"/v1/models/{version}"), cancellationToken);

    [McpServerTool(Name = "list_incidents", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Every incident, oldest first: what it began with, what was decided, which versions it brought into service, whether it is open.")]
    public Task<JsonElement> ListIncidents(CancellationToken cancellationToken) => fleet.GetAsync("/v1/incidents", cancellationToken);

    [McpServerTool(Name = "get_incident", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("The evidence of one incident: each finding with detector, statistic, threshold and estimated first row, each decision with its reason and the row of the policy, every candidate that was tried, and what served.")]
    public Task<JsonElement> GetIncident([Description("The incident's id, as list_incidents names it.")] string incident, CancellationToken cancellationToken) =>
        fleet.GetAsync($"/v1/incidents/{Uri.EscapeDataString(incident)}", cancellationToken);

    [McpServerTool(Name = "explain_decision", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("One decision of an incident beside the findings that it rests on, and the candidate's gates where it names a version.")]
    public async Task<DecisionExplained> ExplainDecision(
        [Description("The incident's id.")] string incident,
        [Description("Which of the incident's decisions: 1 is the first.")] int decision,
        CancellationToken cancellationToken)
    {
        var told = await GetIncident(incident, cancellationToken);
        var decisions = told.GetProperty("decisions");
        if (decision < 1 || decision > decisions.GetArrayLength())
            throw new ModelContextProtocol.McpException($"decision must be 1 to {decisions.GetArrayLength()}: incident '{incident}' has that many.");
        var made = decisions[decision - 1];
        var (what, rule) = (made.GetProperty("decision"), made.GetProperty("rule").GetString()!);
        var rests = what.GetProperty("findingIds").EnumerateArray().Select(id => id.GetString()).ToHashSet();
        var findings = told.GetProperty("found").EnumerateArray().Where(found => rests.Contains(found.GetProperty("finding").GetProperty("id").GetString()));
        var version = what.TryGetProperty("version", out var concerned) && concerned.ValueKind == JsonValueKind.Number ? await GetModel(concerned.GetInt32(), cancellationToken) : (JsonElement?)null;
        return new DecisionExplained(what, rule, [.. findings], version);
    }

    [McpServerTool(Name = "get_drift", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("How far each input stands from its reference now, beside its threshold, and the error rate and its estimate.")]
    public Task<JsonElement> GetDrift(CancellationToken cancellationToken) => fleet.GetAsync("/v1/drift", cancellationToken);

    [McpServerTool(Name = "list_alerts", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("Alerts, newest first, each with what to look at and who owns it.")]
    public Task<JsonElement> ListAlerts([Description("open, resolved or all.")] string state = "open", CancellationToken cancellationToken = default) =>
        fleet.GetAsync($"/v1/alerts?state={Uri.EscapeDataString(state)}", cancellationToken);

    [McpServerTool(Name = "list_scenarios", ReadOnly = true, Idempotent = true, OpenWorld = false)]
    [Description("What can be made to happen to the world, by id.")]
    public Task<JsonElement> ListScenarios(CancellationToken cancellationToken) => fleet.GetAsync("/v1/control/scenarios", cancellationToken);

    [McpServerTool(Name = "fire_scenario", ReadOnly = false, Destructive = false, Idempotent = false, OpenWorld = false)]
    [Description("Starts a scenario in the simulated world. Takes the role of an operator. It changes songs and outcomes; the fleet answers by itself.")]
    public async Task<string> FireScenario([Description("The scenario's id, as list_scenarios names it.")] string scenario, CancellationToken cancellationToken)
    {
        await fleet.PostAsync("/v1/control/scenario", new { id = scenario }, cancellationToken);
        return $"{scenario} starts. list_incidents shows what the fleet makes of it, some hundred songs later.";
    }

    [McpServerTool(Name = "end_scenario", ReadOnly = false, Destructive = false, Idempotent = true, OpenWorld = false)]
    [Description("Ends the scenario that is under way. Takes the role of an operator.")]
    public async Task<string> EndScenario(CancellationToken cancellationToken)
    {
        await fleet.PostAsync("/v1/control/end", new { }, cancellationToken);
        return "The scenario ends; the world goes on as it was before.";
    }
}
