namespace MonitoringDemo.DriftDetection.TellStory;

/// <summary>A finding that was reported.</summary>
/// <param name="UpdateId">Its story.</param>
/// <param name="Kind">Its kind, as in messages.</param>
/// <param name="Feature">Its feature, if it names one.</param>
internal sealed record ToldFinding(string UpdateId, string Kind, string? Feature);
