using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.DriftDetection.TellIncidents;

/// <summary>What is new in one incident.</summary>
/// <param name="UpdateId">Its id, which everything that follows from it carries.</param>
internal sealed record IncidentNews(string UpdateId)
{
    public List<Finding> Found { get; } = [];

    public List<ClearedFinding> Cleared { get; } = [];
}
