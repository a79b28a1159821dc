using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Releases.Candidates;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.Releases.Fleet;

/// <summary>The demo with canaries on, whose own traffic ends with the history, and whose journal is followed.</summary>
internal sealed class ReleaseFleet : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<JournalEntry> _entries;
    private int _orders;

    private ReleaseFleet(TemporaryFolder folder, WebApplication app, ConcurrentQueue<JournalEntry> entries) => (_folder, _app, _entries) = (folder, app, entries);

    /// <summary>What its journal said since it started.</summary>
    public IReadOnlyList<JournalEntry> Entries => [.. _entries];

    /// <summary>What its registry knows.</summary>
    public RegistryState State => _app.Services.GetRequiredService<Registry>().State;

    public int Port => FleetAddress.ToCall(_app.Urls.First()).Port;

    /// <summary>The data directory.</summary>
    public string Data => _folder.Path;

    /// <param name="options">Settings beside those of the measurement.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<ReleaseFleet> StartAsync(IReadOnlyDictionary<string, string?> options, CancellationToken cancellation)
    {
        var (folder, entries) = (new TemporaryFolder(), new ConcurrentQueue<JournalEntry>());
        var app = FleetHost.Build(new FleetSettings(FleetAddress.Settle(FleetAddress.AnyFree), folder.Path, Lockstep: false)
        {
            Options = new Dictionary<string, string?>(options)
            {
                ["Traffic:OpeningScenario"] = "steady",
                ["Traffic:Pace"] = "0",
                ["Retraining:Release:Strategy"] = "canary",
                // A version that comes back is restored at once, and is no canary.
                ["Retraining:ArchivedVersions"] = "0",
                ["Logging:LogLevel:Default"] = "Error",
                ["Logging:LogLevel:MonitoringDemo.Alerting"] = "Error",
            },
            Services = AddBadCandidates,
        });
        var registry = app.Services.GetRequiredService<Registry>();
        await app.StartAsync(cancellation);
        var before = registry.Appended;
        registry.Appended = (entry, state) =>
        {
            before?.Invoke(entry, state);
            entries.Enqueue(entry);
        };
        var fleet = new ReleaseFleet(folder, app, entries);
        while (!fleet.State.Known.Contains(Keys.Applied(1))) await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System, cancellation);
        return fleet;
    }

    /// <summary>Asks for a training.</summary>
    /// <returns>Its incident.</returns>
    public async Task<string> OrderAsync(string trainer, CancellationToken cancellation)
    {
        var updateId = FormattableString.Invariant($"measured-{++_orders}");
        await _app.Services.GetRequiredService<IMessageBus>().PublishAsync(new RetrainModel(ModelSlot.DefaultModel, updateId, "the measurement", "Releases are measured.", trainer), updateId, cancellation);
        return updateId;
    }

    public Task StopAsync(CancellationToken cancellation) => _app.StopAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private static void AddBadCandidates(IServiceCollection services)
    {
        services.AddSingleton<IModelFormat, BadModelFormat>();
        var registered = services.Last(service => service.ServiceType == typeof(IReadOnlyList<IModelTrainer>)).ImplementationFactory!;
        services.AddSingleton<IReadOnlyList<IModelTrainer>>(provider => [.. (IReadOnlyList<IModelTrainer>)registered(provider), .. BadCandidate.All.Select(bad => new BadTrainer(bad))]);
    }
}
