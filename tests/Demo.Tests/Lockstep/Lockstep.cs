using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.Demo.Report;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Tests.Lockstep;

/// <summary>Plays scenarios through the whole fleet, each in a temporary directory on a free port.</summary>
internal static class Lockstep
{
    public static IScenario Scenario(string id) => ScenarioCatalog.TryGet(id).ShouldNotBeNull();

    public static Task<RunReport> PlayAsync(string scenario, ulong seed = 1, long? songs = null, params (string Option, string Value)[] options)
    {
        var found = Scenario(scenario);
        return PlayAsync(found, songs is { } count ? found.Manifest.WithSongs(count) : found.Manifest, seed, options);
    }

    public static async Task<RunReport> PlayAsync(IScenario world, ScenarioManifest manifest, ulong seed = 1, params (string Option, string Value)[] options)
    {
        using var folder = new TemporaryFolder();
        var run = new ScenarioRun(world, manifest, seed, Step: 500);
        var settings = new FleetSettings(FleetAddress.AnyFree, folder.Path, Lockstep: true)
        {
            Seed = seed,
            Options = options.ToDictionary(o => o.Option, o => (string?)o.Value),
        };
        return await run.PlayAsync(settings, _ => { }, TestContext.Current.CancellationToken);
    }
}
