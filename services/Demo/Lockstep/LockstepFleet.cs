using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>Hosts a fleet, plays a plan against it over HTTP, and gathers what it left behind.</summary>
internal static class LockstepFleet
{
    public static async Task<PlayedRun> PlayAsync(
        FleetSettings settings, LockstepPlan plan, Action<long> onProgress, CancellationToken cancellation)
    {
        var (messages, trainings) = (new RunMessages(), new TrainingCount());
        var fleet = await DeployedFleet.StartAsync(
            settings with
            {
                Lockstep = true,
                ExtraConsumers = [typeof(RecordForReport), .. settings.ExtraConsumers],
                Services = services =>
                {
                    trainings.Attach(services.AddSingleton(messages));
                    settings.Services(services);
                },
            },
            row: 0,
            cancellation);
        var audit = new LogAudit(fleet.Log);
        await using var driver = new LockstepDriver(fleet, audit);
        var began = TimeProvider.System.GetTimestamp();
        var rows = await PlayAsync(driver, plan, onProgress, cancellation);
        var elapsed = TimeProvider.System.GetElapsedTime(began);

        var models = await driver.Fleet.ModelsAsync(cancellation);
        var columns = await driver.Fleet.UnknownColumnsAsync(cancellation);
        await driver.Fleet.StopAsync(cancellation);
        return new PlayedRun(plan, rows, messages, audit, trainings, models, elapsed) { UnknownColumns = columns };
    }

    private static async Task<ServedRows> PlayAsync(LockstepDriver driver, LockstepPlan plan, Action<long> onProgress, CancellationToken cancellation)
    {
        try
        {
            return await driver.PlayAsync(plan, onProgress, cancellation);
        }
        catch (OperationCanceledException)
        {
            // What is under way ends first: taken apart in the middle, the bus would complain of every message.
            await driver.Fleet.StopAsync(CancellationToken.None);
            throw;
        }
    }
}
