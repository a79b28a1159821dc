using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>What was said on the bus during a run, in the order of arrival.</summary>
/// <remarks>Consumers of different queues write at the same time; read it when the bus is quiet.</remarks>
internal sealed class RunMessages
{
    private readonly Lock _gate = new();
    private readonly HashSet<(Type, Guid)> _ids = [];

    public List<FindingsReported> Findings { get; } = [];

    public List<FindingsCleared> Cleared { get; } = [];

    public List<DecisionMade> Decisions { get; } = [];

    public List<ModelLoaded> Loaded { get; } = [];

    public List<ModelLoadFailed> Refused { get; } = [];

    public List<AlertRaised> Alerts { get; } = [];

    /// <summary>Messages whose id had been seen before.</summary>
    public long Doubled { get; private set; }

    public void Add<T>(List<T> to, T message, Guid? id)
    {
        lock (_gate)
        {
            if (id is { } known && !_ids.Add((typeof(T), known)))
                Doubled++;
            else
                to.Add(message);
        }
    }
}
