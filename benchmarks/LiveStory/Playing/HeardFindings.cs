using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.LiveStory.Playing;

/// <summary>Every finding that was reported, in the order of arrival.</summary>
internal sealed class HeardFindings
{
    private readonly Lock _gate = new();
    private readonly List<Finding> _all = [];

    public IReadOnlyList<Finding> All
    {
        get
        {
            lock (_gate)
                return [.. _all];
        }
    }

    public void Add(IEnumerable<Finding> findings)
    {
        lock (_gate)
            _all.AddRange(findings);
    }
}
