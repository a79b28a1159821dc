using MonitoringDemo.Traffic.Playing;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>Plays a plan: history, then step after step, and after each the fleet comes to rest.</summary>
/// <param name="fleet">The fleet, which is the driver's from here on.</param>
/// <param name="log">Counts what the log holds.</param>
internal sealed class LockstepDriver(DeployedFleet fleet, LogAudit log) : IAsyncDisposable
{
    private const int MostRowsOfARequest = 1000;
    private const int RowsBetweenAudits = 1000;

    /// <summary>The fleet as it is deployed now.</summary>
    public DeployedFleet Fleet { get; private set; } = fleet;

    /// <returns>What the fleet acknowledged, and how right it was.</returns>
    public async Task<ServedRows> PlayAsync(LockstepPlan plan, Action<long> onProgress, CancellationToken cancellation)
    {
        Fleet.Clock.SetRow(0);
        var session = new TrafficSession(Fleet.Client, plan.World, plan.Stream);
        var served = new ServedRows(log);
        await PostHistoryAsync(session, plan.Warmup, cancellation);
        Fleet.Clock.SetRow(plan.Warmup);
        await Fleet.Drain.DrainAsync(cancellation);
        if (!await Fleet.Client.ServesModelAsync(cancellation))
            throw new LockstepException($"No model serves after a warm-up of {plan.Warmup} rows: see the warnings above.");

        var audited = session.NextRow;
        var commanded = plan.Commands.Count == 0;
        var deployed = plan.Deployment is null;
        while (true)
        {
            Fleet.Clock.SetRow(session.NextRow);
            if (!await StepAsync(session, plan.Step, cancellation))
                break;
            if (!commanded && session.NextRow > plan.Onset)
            {
                commanded = true;
                foreach (var command in plan.Commands)
                    await Fleet.Bus.PublishAsync(command, command.UpdateId, cancellation);
            }

            if (plan.Hand is not null)
                await plan.Hand(Fleet.Http, session.NextRow, cancellation);
            await Fleet.Drain.DrainAsync(cancellation);
            if (!deployed && session.NextRow > plan.Deployment!.Row)
            {
                deployed = true;
                await DeployAsync(plan.Deployment, session, cancellation);
            }

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

    public ValueTask DisposeAsync() => Fleet.DisposeAsync();

    /// <summary>What the fleet does at its start is done before the next row comes.</summary>
    private async Task DeployAsync(Deployment deployment, TrafficSession session, CancellationToken cancellation)
    {
        Fleet = await Fleet.DeployAnewAsync(deployment.Settings, session.NextRow, cancellation);
        session.Connect(Fleet.Client);
        log.Follow(Fleet.Log);
        await Fleet.Drain.DrainAsync(cancellation);
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
