namespace MonitoringDemo.Retraining.Decide;

/// <summary>A version of the release under way that inference would not load.</summary>
internal sealed record RefusedVersion(int Version, string Reason);
