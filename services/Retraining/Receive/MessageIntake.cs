using Microsoft.Extensions.Options;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Retraining.Snapshot;
using MonitoringDemo.Retraining.StandBy;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>Takes what the consumers received over into the journal.</summary>
internal sealed class MessageIntake(IReceived received, Handover handover, Rollout rollout, Registry registry, PolicyLimits limits, IOptions<PumpOptions> pumping)
{
    /// <returns>True when there was anything.</returns>
    public bool TakeIn(RowFeed log)
    {
        var came = received.Peek();
        var messages = rollout.Sift(came, registry.State);
        if (came.Count == 0 && messages.Count == 0) return false;

        // In lockstep the journal has to come out the same every time, and trace ids never do.
        if (pumping.Value.Lockstep) messages = [.. messages.Select(message => message with { TraceParent = null })];
        registry.Append(log.NextRow, Reception.ToEvents(messages, limits.Model, log.NextOrdinal, registry.State));
        received.Forget(came.Count, handover.Fence);
        return true;
    }
}
