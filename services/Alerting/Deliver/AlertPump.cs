using Microsoft.Extensions.Options;
using MonitoringDemo.Alerting.Channels;
using MonitoringDemo.Alerting.Collect;
using MonitoringDemo.Alerting.Raise;
using MonitoringDemo.Alerting.Show;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Alerting.Deliver;

/// <summary>One round: book deliveries that ended, apply the events that came in, save, publish, deliver.</summary>
internal sealed class AlertPump(
    EventQueue queue,
    NewestRows rows,
    Deliveries deliveries,
    AlertsShown shown,
    Checkpoint<AlertingState> checkpoint,
    IMessageBus bus,
    AlertingTelemetry telemetry,
    IOptions<AlertingOptions> settings,
    IOptions<PumpOptions> options,
    TimeProvider time) : IPump
{
    private AlertingState? _state;

    public string Name => "alerting";

    public int Order => 40;

    public async ValueTask<bool> PumpAsync(CancellationToken cancellationToken)
    {
        var state = _state ??= Load();
        var batch = queue.TakeAll();
        var booked = deliveries.Collect(state);
        var applied = Apply(state, batch.Events) + Age(state);

        if (booked + applied + batch.Events.Count > 0)
            Save(state, batch);
        else
            batch.Saved();

        var published = await state.Outbox.PublishAsync(bus, cancellationToken);
        var started = deliveries.Start(state, cancellationToken);
        if (options.Value.Lockstep && started > 0)
        {
            // Nothing may be under way when the driver takes the next step.
            await deliveries.WhenAllAsync();
            return true;
        }

        return booked + applied + published > 0;
    }

    private AlertingState Load()
    {
        if (!checkpoint.TryLoad(out var state))
            state = new AlertingState();

        deliveries.CountFromZero();
        shown.Show(state.Alerts);
        return state;
    }

    private int Apply(AlertingState state, IReadOnlyList<ReceivedEvent> events)
    {
        var applied = 0;
        foreach (var received in events)
        {
            if (!state.Inbox.TryAdd(received.MessageId))
                continue;

            applied++;
            foreach (var change in EventsToAlerts.Apply(state, received.Message))
                Tell(state, change);
        }

        return applied;
    }

    private int Age(AlertingState state)
    {
        var aged = EventsToAlerts.Age(state, rows.Of, settings.Value.AttemptIsNewsForRows);
        foreach (var change in aged)
            Tell(state, change);
        return aged.Count;
    }

    private void Tell(AlertingState state, AlertChange change)
    {
        var alert = change.Alert;
        if (change.Raised)
        {
            telemetry.AlertRaised(alert);
            state.Outbox.Add(new AlertRaised(alert.AlertId, alert.Model, alert.UpdateId, alert.Name, alert.Severity, alert.Owner,
                alert.RaisedAtRow, alert.Summary), alert.AlertId);
        }
        else
        {
            state.Outbox.Add(new AlertResolved(alert.AlertId, alert.Model, alert.UpdateId, alert.ResolvedAtRow!.Value, alert.Resolution!), alert.AlertId);
        }

        var what = change.Raised ? "raised" : "resolved";
        deliveries.Enqueue(state, new AlertNotification($"{alert.AlertId}:{what}", what, alert.AlertId, alert.Model, alert.UpdateId,
            alert.Name, alert.Severity, alert.Owner, alert.ResolvedAtRow ?? alert.RaisedAtRow, alert.Resolution ?? alert.Summary, time.GetUtcNow()));
    }

    private void Save(AlertingState state, EventQueue.Batch batch)
    {
        try
        {
            checkpoint.Save(state);
        }
        catch (Exception error)
        {
            // What is in memory is ahead of what is safe: go back to the record, and let the bus send the events again.
            _state = null;
            batch.Failed(error);
            throw;
        }

        shown.Show(state.Alerts);
        batch.Saved();
    }
}
