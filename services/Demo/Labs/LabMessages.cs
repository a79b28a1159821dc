using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.Demo.Labs;

/// <summary>What a lab keeps of what was said on the bus, beside what the report keeps.</summary>
internal sealed class LabMessages
{
    private readonly Lock _gate = new();
    private readonly List<HealthMeasured> _health = [];

    /// <summary>In the order of rows.</summary>
    public IReadOnlyList<HealthMeasured> Health
    {
        get
        {
            lock (_gate) return [.. _health.OrderBy(health => health.Row)];
        }
    }

    public void Add(HealthMeasured health)
    {
        lock (_gate) _health.Add(health);
    }
}
