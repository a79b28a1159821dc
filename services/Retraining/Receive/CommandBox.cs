using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Retraining.Receive;

/// <summary>Leaves a command in a data directory in which nobody works: the next start takes it up as if it had just come.</summary>
public static class CommandBox
{
    /// <param name="data">Claimed by the caller.</param>
    /// <param name="model">The model concerned; null for the usual one.</param>
    /// <param name="feature">As in <see cref="AcceptData"/>.</param>
    /// <param name="requestedBy">Who asks.</param>
    /// <param name="reason">Why, in one sentence.</param>
    /// <param name="time">Tells one request from the next.</param>
    public static void LeaveAcceptance(DataDirectory data, string? model, string feature, string requestedBy, string reason, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        model ??= ModelName.Default;
        using var received = new ReceivedMessages(data, new PumpSignal());
        received.Add(new AcceptData(model, FormattableString.Invariant($"{model}-accept-{time.GetUtcNow().ToUnixTimeMilliseconds()}"), feature, requestedBy, reason), null);
    }
}
