using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.DriftDetection.Tests;

internal sealed class PublishedFindings
{
    public HashSet<Guid> Known { get; } = [];

    public int Deliveries { get; set; }

    public List<FindingsReported> Reported { get; } = [];

    public List<FindingsCleared> Cleared { get; } = [];

    public List<HealthMeasured> Health { get; } = [];

    public List<string?> TraceIds { get; } = [];

    /// <summary>Everything that makes an incident, as text.</summary>
    public IEnumerable<string> Told =>
        Reported.SelectMany(message => message.Findings.Select(finding => $"{message.UpdateId} {finding}"))
            .Concat(Cleared.SelectMany(message => message.Cleared.Select(cleared => $"{message.UpdateId} {cleared}")));
}
