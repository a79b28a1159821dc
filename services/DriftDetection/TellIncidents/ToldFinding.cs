namespace MonitoringDemo.DriftDetection.TellIncidents;

/// <summary>A finding that was reported.</summary>
/// <param name="UpdateId">Its incident.</param>
/// <param name="Kind">Its kind, as in messages.</param>
/// <param name="Feature">Its feature, if it names one.</param>
internal sealed record ToldFinding(string UpdateId, string Kind, string? Feature);
