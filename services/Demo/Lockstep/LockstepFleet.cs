using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Report;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.Time;
using MonitoringDemo.Traffic.Playing;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>Hosts a fleet, plays a plan against it over HTTP, and gathers what it left behind.</summary>
internal static class LockstepFleet
{
    public static async Task<PlayedRun> PlayAsync(
        FleetSettings settings, LockstepPlan plan, Action<long> onProgress, CancellationToken cancellation)
    {
        var (messages, trainings) = (new RunMessages(), new TrainingCount());
        await using var app = FleetHost.Build(settings with
        {
            Lockstep = true,
            ExtraConsumers = [typeof(RecordForReport), .. settings.ExtraConsumers],
            Services = services =>
            {
                trainings.Attach(services.AddSingleton(messages));
                settings.Services(services);
            },
        });
        await app.StartAsync(cancellation);
        var services = app.Services;
        var address = FleetAddress.ToCall(app.Urls.First());
        await using var line = await FleetLine.OpenAsync(app, address, settings.OverSocket, cancellation);
        using var http = new HttpClient(new AccessTokenHandler(services.GetRequiredService<AccessToken>()) { InnerHandler = new SocketsHttpHandler() })
        {
            BaseAddress = address,
            Timeout = Timeout.InfiniteTimeSpan,
        };

        var audit = new LogAudit(services.GetRequiredService<IInferenceLog>());
        var driver = new LockstepDriver(
            new FleetDrain(services.GetServices<IPump>(), services.GetRequiredService<BusActivity>()),
            services.GetRequiredService<LockstepClock>(),
            services.GetRequiredService<IMessageBus>(),
            new TrafficClient(http, line),
            http,
            audit);
        var began = TimeProvider.System.GetTimestamp();
        var rows = await PlayAsync(driver, app, plan, onProgress, cancellation);
        var elapsed = TimeProvider.System.GetElapsedTime(began);

        var models = await http.GetFromJsonAsync<List<ReportModel>>(new Uri("v1/models", UriKind.Relative), cancellation) ?? [];
        await app.StopAsync(cancellation);
        return new PlayedRun(plan, rows, messages, audit, trainings, [.. models.OrderBy(m => m.Version)], elapsed);
    }

    private static async Task<ServedRows> PlayAsync(LockstepDriver driver, WebApplication app, LockstepPlan plan, Action<long> onProgress, CancellationToken cancellation)
    {
        try
        {
            return await driver.PlayAsync(plan, onProgress, cancellation);
        }
        catch (OperationCanceledException)
        {
            // What is under way ends first: taken apart in the middle, the bus would complain of every message.
            await app.StopAsync(CancellationToken.None);
            throw;
        }
    }
}
