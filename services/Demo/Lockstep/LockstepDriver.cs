using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Time;
using MonitoringDemo.Traffic.Playing;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>Plays a plan: history, then step after step, and after each the fleet comes to rest.</summary>
internal sealed class LockstepDriver(FleetDrain drain, LockstepClock clock, IMessageBus bus, TrafficClient client, HttpClient http, LogAudit log)
{
    private const int MostRowsOfARequest = 1000;
    private const int RowsBetweenAudits = 1000;

    /// <returns>What the fleet acknowledged, and how right it was.</returns>
    public async Task<ServedRows> PlayAsync(LockstepPlan plan, Action<long> onProgress, CancellationToken cancellation)
    {
        clock.SetRow(0);
        var session = new TrafficSession(client, plan.World, plan.Stream);
        var served = new ServedRows(log);
        await PostHistoryAsync(session, plan.Warmup, cancellation);
        clock.SetRow(plan.Warmup);
        await drain.DrainAsync(cancellation);
        if (!await client.ServesModelAsync(cancellation))
            throw new LockstepException($"No model serves after a warm-up of {plan.Warmup} rows: see the warnings above.");

        var audited = session.NextRow;
        var commanded = plan.Commands.Count == 0;
        while (true)
        {
            clock.SetRow(session.NextRow);
            if (!await StepAsync(session, plan.Step, cancellation))
                break;
            if (!commanded && session.NextRow > plan.Onset)
            {
                commanded = true;
                foreach (var command in plan.Commands)
                    await bus.PublishAsync(command, command.UpdateId, cancellation);
            }

            if (plan.Hand is not null)
                await plan.Hand(http, session.NextRow, cancellation);
            await drain.DrainAsync(cancellation);
            if (session.NextRow < audited + RowsBetweenAudits)
                continue;
            audited = session.NextRow;
            Audit(session, served);
            onProgress(session.NextRow);
        }

        Audit(session, served);
        onProgress(session.NextRow);
        return served;
    }

    /// <summary>Holds what was acknowledged against the log. What is found does not depend on how often it is looked for.</summary>
    private void Audit(TrafficSession session, ServedRows served)
    {
        log.CatchUp();
        served.Take(session.Played);
        session.Forget();
    }

    private static async Task PostHistoryAsync(TrafficSession session, long rows, CancellationToken cancellation)
    {
        try
        {
            await session.PostHistoryAsync(rows, cancellation);
        }
        catch (HttpRequestException e)
        {
            throw new LockstepException($"The history from row {session.NextRow} on was refused. {e.Message}", e);
        }
    }

    private static async Task<bool> StepAsync(TrafficSession session, int rows, CancellationToken cancellation)
    {
        var sent = 0;
        for (var left = rows; left > 0; left -= MostRowsOfARequest)
            sent += await session.StepAsync(Math.Min(left, MostRowsOfARequest), cancellation);
        return sent > 0;
    }
}
