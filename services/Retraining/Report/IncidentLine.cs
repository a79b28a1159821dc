namespace MonitoringDemo.Retraining.Report;

/// <summary>An incident as <c>GET /v1/incidents</c> and the command line list it.</summary>
/// <param name="Id">What every message of it carries as its <c>UpdateId</c>.</param>
/// <param name="Row">The row at which it was first heard of.</param>
/// <param name="What">What it began with, in a few words.</param>
/// <param name="Actions">What was decided, in order, each action once.</param>
/// <param name="Served">Versions that it brought into service.</param>
/// <param name="IsOpen">Whether a finding of it still holds.</param>
public sealed record IncidentLine(string Id, long Row, string What, IReadOnlyList<string> Actions, IReadOnlyList<int> Served, bool IsOpen);
