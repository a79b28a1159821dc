using System.Collections.Concurrent;
using System.Globalization;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Labs.Alerts;
using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Labs;

/// <summary>Plays worlds through the whole fleet, each in a temporary directory; the same world a second time is remembered.</summary>
internal sealed class LabPlays
{
    private readonly ConcurrentDictionary<string, Lazy<Task<LabPlay>>> _played = new(StringComparer.Ordinal);

    /// <summary>What came of a world.</summary>
    /// <param name="world">What to play; two with the same <see cref="LabWorld.Key"/> are the same.</param>
    /// <param name="cancellation">Ends the play, and whoever waits for it.</param>
    public async Task<LabPlay> PlayAsync(LabWorld world, CancellationToken cancellation)
    {
        var play = _played.GetOrAdd(world.Key, _ => new Lazy<Task<LabPlay>>(() => PlayNowAsync(world, cancellation)));
        return await play.Value.WaitAsync(cancellation);
    }

    private static async Task<LabPlay> PlayNowAsync(LabWorld world, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        return await PlayIntoAsync(world, folder.Path, cancellation);
    }

    /// <summary>Plays a world and leaves what the fleet keeps in a directory.</summary>
    public static async Task<LabPlay> PlayIntoAsync(LabWorld world, string directory, CancellationToken cancellation)
    {
        var data = new DataDirectory(directory);
        var settings = new FleetSettings(FleetAddress.AnyFree, directory, Lockstep: true)
        {
            Seed = world.Seed,
            Options = world.Options,
            ExtraConsumers = world.Consumers,
            Services = world.Services,
        };
        var model = ModelSlot.Of(world.Options.GetValueOrDefault(ModelSlot.Setting)).Model;
        IReadOnlyList<RetrainModel> commands = world.Scenario.CommandsAtOnset(model, world.Manifest.Onset);
        List<string> pages = [];
        var songs = SongWorld.Of(world.Scenario, world.Manifest, world.Seed);
        var plan = new LockstepPlan(songs, world.Seed.ToString(CultureInfo.InvariantCulture), world.Manifest.WarmUp, world.Step, world.Manifest.Onset, commands)
        {
            Hand = world.ReadsMetrics ? async (http, _, token) => pages.Add(await http.GetStringAsync(new Uri("metrics", UriKind.Relative), token)) : null,
        };
        using var run = await LockstepFleet.PlayAsync(settings, plan, static _ => { }, cancellation);
        return new LabPlay(world, Report.ReportBuilder.Build(world.Manifest.Id, world.Seed, run), [.. run.Messages.Findings.SelectMany(found => found.Findings)], RegistryReader.ReadExperiments(Stores.Journal(data)), LabRows.Read(data)) { Metrics = new RecordedMetrics(pages) };
    }
}
