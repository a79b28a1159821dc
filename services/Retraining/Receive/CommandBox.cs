using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>Leaves a command in a data directory in which nobody works: the next start takes it up as if it had just come.</summary>
public static class CommandBox
{
    /// <summary>Orders a training.</summary>
    /// <param name="data">Claimed by the caller.</param>
    /// <param name="slot">The model concerned.</param>
    /// <param name="id">One that comes again counts once.</param>
    /// <param name="requestedBy">Who asks.</param>
    /// <param name="reason">Why, in one sentence.</param>
    public static void LeaveTraining(DataDirectory data, ModelSlot slot, string id, string requestedBy, string reason)
    {
        ArgumentNullException.ThrowIfNull(slot);
        using var received = new ReceivedMessages(data, new PumpSignal());
        received.Add(new RetrainModel(slot.Model, $"{id}-retrain", requestedBy, reason, null), null);
    }

    /// <summary>Accepts what was found broken.</summary>
    /// <param name="data">Claimed by the caller.</param>
    /// <param name="slot">The model concerned.</param>
    /// <param name="feature">As in <see cref="AcceptData"/>.</param>
    /// <param name="requestedBy">Who asks.</param>
    /// <param name="reason">Why, in one sentence.</param>
    /// <param name="time">Tells one request from the next.</param>
    public static void LeaveAcceptance(DataDirectory data, ModelSlot slot, string feature, string requestedBy, string reason, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(slot);
        using var received = new ReceivedMessages(data, new PumpSignal());
        received.Add(new AcceptData(slot.Model, FormattableString.Invariant($"{slot.Model}-accept-{time.GetUtcNow().ToUnixTimeMilliseconds()}"), feature, requestedBy, reason), null);
    }
}
