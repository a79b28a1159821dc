using MonitoringDemo.Alerting;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Retraining.Rewind;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.Time;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Demo.WhatIf;

/// <summary>Hosts a fleet in a directory of its own, plays a recording against it, and says what came of it.</summary>
internal static class RewoundFleet
{
    /// <param name="recording">What is played.</param>
    /// <param name="changes">Settings that are other than they were.</param>
    /// <param name="mayDiffer">False to stop where it first goes another way than the recording.</param>
    /// <param name="freeFrom">The record from which on it keeps the recorded pace no more although nothing is different; null for none.</param>
    /// <param name="onProgress">Told of each row.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What came of it.</returns>
    public static async Task<RewoundPlay> PlayAsync(
        Recording recording, IReadOnlyDictionary<string, string?> changes, bool mayDiffer, long? freeFrom, Action<long> onProgress, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        var (messages, trainings) = (new RunMessages(), new TrainingCount());
        var options = new Dictionary<string, string?>(recording.Settings, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in changes) options[key] = value;
        // A replay tells nobody.
        foreach (var channel in (string[])["Webhook", "Alertmanager"]) options[$"{AlertingOptions.Section}:{channel}:Url"] = null;
        await using var app = FleetHost.Build(new FleetSettings(FleetAddress.AnyFree, folder.Path, Lockstep: true)
        {
            Options = options,
            ExtraConsumers = [typeof(RecordForReport)],
            Services = services => trainings.Attach(services.AddSingleton(messages)),
            Last = Hold,
        });
        await app.StartAsync(cancellation);
        var services = app.Services;
        using var http = new HttpClient(new AccessTokenHandler(services.GetRequiredService<AccessToken>()) { InnerHandler = new SocketsHttpHandler() })
        {
            BaseAddress = FleetAddress.ToCall(app.Urls.First()),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        var rounds = new FleetRounds(
            services.GetServices<IPump>(), services.GetRequiredService<BusActivity>(), services.GetRequiredService<RoundControl>(), services.GetRequiredService<IJournal>(), services.GetRequiredService<HeldBus>());
        var driver = new RewindDriver(recording, rounds, new RecordedRequests(http, SchemaOf(recording)), services.GetRequiredService<LockstepClock>(), mayDiffer, freeFrom);
        try
        {
            await driver.PlayAsync(onProgress, cancellation);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }

        return new RewoundPlay(PlayedOutcome.Of(services.GetRequiredService<IInferenceLog>(), messages, trainings), driver.Difference, driver.FreeFrom);
    }

    private static ReadOnlyMemory<byte> SchemaOf(Recording recording)
    {
        using var reader = recording.Log.OpenReader(0, TruncatedReads.Skip);
        return reader.Schema.ToArray();
    }

    /// <summary>Puts the bus that holds back around the one that the services have.</summary>
    private static void Hold(IServiceCollection services)
    {
        var bus = services.Last(service => service.ServiceType == typeof(IMessageBus)).ImplementationType!;
        services.AddSingleton(provider => new HeldBus((IMessageBus)ActivatorUtilities.CreateInstance(provider, bus)));
        services.AddSingleton<IMessageBus>(provider => provider.GetRequiredService<HeldBus>());
    }
}
