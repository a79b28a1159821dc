using Microsoft.Extensions.Options;
using MonitoringDemo.Alerting.Channels;
using MonitoringDemo.Alerting.Raise;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Alerting.Deliver;

/// <summary>Hands pending notifications to the channels: one at a time and in order for each, all channels beside each other,
/// so that one which fails or hangs holds up no other.</summary>
internal sealed class Deliveries(
    IEnumerable<IAlertChannel> channels,
    IOptions<AlertingOptions> options,
    AlertingTelemetry telemetry,
    PumpSignal signal,
    TimeProvider time,
    ILogger<Deliveries> logger)
{
    private readonly IAlertChannel[] _channels = [.. channels.Where(c => c.IsEnabled)];
    private readonly Dictionary<string, (PendingDelivery Delivery, Task<Exception?> Attempt)> _underWay = new(StringComparer.Ordinal);

    public void CountFromZero()
    {
        foreach (var channel in _channels)
            telemetry.Channel(channel.Name);
    }

    public void Enqueue(AlertingState state, AlertNotification notification)
    {
        foreach (var channel in _channels)
        {
            state.Deliveries.Add(new PendingDelivery(channel.Name, notification, 0, DateTimeOffset.MinValue));
            DropOldestPastBound(state, channel.Name);
        }
    }

    /// <summary>Starts what is due. Returns how many attempts were started.</summary>
    public int Start(AlertingState state, CancellationToken cancellationToken)
    {
        if (state.Deliveries.Count == 0)
            return 0;

        var started = 0;
        foreach (var channel in _channels)
        {
            var next = state.Deliveries.FirstOrDefault(d => d.Channel == channel.Name);
            if (next is null || next.NotBefore > time.GetUtcNow() || _underWay.ContainsKey(channel.Name))
                continue;

            _underWay[channel.Name] = (next, AttemptAsync(channel, next.Notification, cancellationToken));
            started++;
        }

        return started;
    }

    public Task WhenAllAsync() => Task.WhenAll(_underWay.Values.Select(u => u.Attempt));

    /// <summary>Books the attempts that have ended: what was taken goes, what was not gets its next time. Returns how many.</summary>
    public int Collect(AlertingState state)
    {
        if (_underWay.Count == 0)
            return 0;

        var ended = _underWay.Where(u => u.Value.Attempt.IsCompleted).ToList();
        foreach (var (channel, (delivery, attempt)) in ended)
        {
            _underWay.Remove(channel);
            Book(state, delivery, attempt.Result);
        }

        return ended.Count;
    }

    private void Book(AlertingState state, PendingDelivery delivery, Exception? error)
    {
        telemetry.Notification(delivery.Channel, error is null ? AlertingTelemetry.Delivered : AlertingTelemetry.Failed);
        var index = state.Deliveries.IndexOf(delivery);
        if (index < 0)
            return;

        if (error is null)
        {
            state.Deliveries.RemoveAt(index);
            return;
        }

        var attempts = delivery.Attempts + 1;
        var settings = options.Value;
        if (error is NotificationRefusedException && attempts >= settings.MostRefusals)
        {
            // One that is never taken must not keep every later one from going out.
            state.Deliveries.RemoveAt(index);
            telemetry.Notification(delivery.Channel, AlertingTelemetry.Refused);
            logger.LogError("Channel {Channel} refuses {Key} for good, and it is given up after {Attempt} attempts: {Error}", delivery.Channel, delivery.Notification.Key, attempts, error.Message);
            return;
        }

        var pause = BackOff.After(settings.FirstRetryAfter, settings.LongestRetryAfter, attempts, settings.JitterSeed, delivery.Notification.Key);
        state.Deliveries[index] = delivery with { Attempts = attempts, NotBefore = time.GetUtcNow() + pause };
        logger.LogWarning("Channel {Channel} did not take {Key} (attempt {Attempt}), next try in {Pause}: {Error}",
            delivery.Channel, delivery.Notification.Key, attempts, pause, error.Message);
    }

    private async Task<Exception?> AttemptAsync(IAlertChannel channel, AlertNotification notification, CancellationToken cancellationToken)
    {
        try
        {
            await channel.DeliverAsync(notification, cancellationToken);
            return null;
        }
#pragma warning disable CA1031 // A channel is anybody's code; whatever goes wrong in it must stay its own affair.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return error;
        }
        finally
        {
            signal.Wake();
        }
    }

    private void DropOldestPastBound(AlertingState state, string channel)
    {
        if (state.Deliveries.Count(d => d.Channel == channel) <= options.Value.PendingPerChannel)
            return;

        var oldest = state.Deliveries.First(d => d.Channel == channel);
        state.Deliveries.Remove(oldest);
        telemetry.Notification(channel, AlertingTelemetry.Dropped);
        logger.LogError("Channel {Channel} has taken nothing for too long; {Key} is not delivered to it", channel, oldest.Notification.Key);
    }
}
