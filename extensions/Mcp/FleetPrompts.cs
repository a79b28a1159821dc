using System.ComponentModel;
using ModelContextProtocol.Server;

namespace MonitoringDemo.Mcp;

/// <summary>Tasks that people hand to an agent often, in words that lead it to the evidence.</summary>
internal sealed class FleetPrompts
{
    [McpServerPrompt(Name = "incident_review")]
    [Description("A blameless review of one incident, made of evidence alone.")]
    public static string IncidentReview([Description("The incident's id, as list_incidents names it.")] string incident) => $"""
        Write a blameless review of incident {incident} for the people who own the model and its data.
        Call get_incident for the evidence and explain_decision for each decision that changed what serves. Read the model card of every version that began to serve (fleet://models/VERSION/card).
        Answer in this order: what changed in the world, since which row, and how sure that is; how many rows passed until it was found; what was decided, on which finding and by which row of the policy;
        what was tried and refused, and by which gate; what serves now and how right it is; what is still open. State row numbers and figures as they are given, say where evidence is missing, and guess at no cause.
        End with at most three proposals, each with the figure that speaks for it.
        """;

    [McpServerPrompt(Name = "shift_handover")]
    [Description("What the next person on duty has to know.")]
    public static string ShiftHandover() => """
        Prepare the handover to the next person on duty. Call list_alerts, list_incidents, get_drift and list_models.
        Say in ten lines at most: which alerts are open and since when, with the first step of each one's runbook (fleet://runbooks/NAME); which incidents are open and what the fleet is doing about them;
        which version serves, since which row, and how its accuracy compares with the static twin; which inputs stand near their thresholds; what waits for a person.
        """;
}
