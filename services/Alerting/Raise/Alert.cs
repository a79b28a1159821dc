using System.Text.Json.Serialization;

namespace MonitoringDemo.Alerting.Raise;

/// <summary>One alert of one incident, open or resolved; what <c>GET /v1/alerts</c> shows.</summary>
internal sealed record Alert(
    string AlertId,
    string Model,
    string UpdateId,
    string Name,
    string Severity,
    string Owner,
    string Summary,
    long RaisedAtRow,
    long LastRow,
    int Repeats,
    long? ResolvedAtRow,
    string? Resolution,
    IReadOnlyList<string> OpenFindings)
{
    public string State => IsOpen ? "open" : "resolved";

    [JsonIgnore]
    public bool IsOpen => ResolvedAtRow is null;
}
