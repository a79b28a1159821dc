using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.DriftDetection.TellStory;

/// <summary>What is new in one story.</summary>
/// <param name="UpdateId">Its id, which everything that follows from it carries.</param>
internal sealed record Story(string UpdateId)
{
    public List<Finding> Found { get; } = [];

    public List<ClearedFinding> Cleared { get; } = [];
}
