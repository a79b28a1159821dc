using MonitoringDemo.Alerting.Deliver;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Alerting.Raise;

/// <summary>Everything that must survive a restart, saved as one record: what is open, what is still to be told, what was read.</summary>
internal sealed class AlertingState
{
    public IReadOnlyList<Alert> Alerts { get; set; } = [];

    /// <summary>Ends of findings that were read before their reports; over a broker the two travel in different queues.</summary>
    public IReadOnlyList<EarlyEnd> EndedFirst { get; set; } = [];

    public IList<PendingDelivery> Deliveries { get; init; } = [];

    public Inbox Inbox { get; init; } = new();

    public Outbox Outbox { get; init; } = new();

    /// <summary>The stage of the newest releases, by model and sequence: only a promotion that was loaded answers an alert.</summary>
    public IDictionary<string, string> Stages { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Loads whose release has not been read yet; over a broker the two travel in different queues.</summary>
    public IList<ModelLoaded> LoadedBeforeRelease { get; init; } = [];

    /// <summary>The newest release that was loaded, by model: what failed before it is over.</summary>
    public IDictionary<string, long> Loaded { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>The release that could not be loaded, by model and incident: an earlier one that could is no answer.</summary>
    public IDictionary<string, long> Refused { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);

    /// <summary>Which processes could not load it, under the same names: it ends when each of them has.</summary>
    public IDictionary<string, IList<string>> RefusedBy { get; init; } = new Dictionary<string, IList<string>>(StringComparer.Ordinal);

    /// <summary>The newest row heard of, by model; a failed load carries none of its own.</summary>
    public IDictionary<string, long> NewestRow { get; init; } = new Dictionary<string, long>(StringComparer.Ordinal);
}
