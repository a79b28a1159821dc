using System.Globalization;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Labs;

/// <summary>A short world that a lab plays.</summary>
internal sealed record LabWorld
{
    /// <param name="scenario">What happens.</param>
    /// <param name="seed">Decides everything random.</param>
    /// <param name="onset">The first row that is changed.</param>
    /// <param name="songs">Songs in all; the first <see cref="WarmUp"/> are history.</param>
    public LabWorld(IScenario scenario, ulong seed, long onset, long songs)
    {
        (Scenario, Seed) = (scenario, seed);
        Manifest = scenario.Manifest with { WarmUp = WarmUp, Onset = onset, Songs = songs };
    }

    /// <summary>Rows of history, which model 1 is trained on.</summary>
    public const long WarmUp = 3_000;

    public IScenario Scenario { get; }

    /// <summary>The scenario's truth, with the lab's own rows.</summary>
    public ScenarioManifest Manifest { get; }

    public ulong Seed { get; }

    /// <summary>Songs between two drains.</summary>
    public int Step { get; init; } = 25;

    /// <summary>Settings of the fleet.</summary>
    public IReadOnlyDictionary<string, string?> Options { get; init; } = new Dictionary<string, string?>();

    /// <summary>Consumers beside those of the fleet.</summary>
    public IReadOnlyList<Type> Consumers { get; init; } = [];

    /// <summary>Registers what a lab adds to the fleet.</summary>
    public Action<IServiceCollection> Services { get; init; } = static _ => { };

    /// <summary>What else decides what comes of it: of a participant's assembly the name.</summary>
    public string Variant { get; init; } = "";

    /// <summary>Whether the metrics page is read after each step.</summary>
    public bool ReadsMetrics { get; init; }

    /// <summary>The same key, the same play.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture,
        $"{Manifest.Id} {Seed} {Manifest.Onset} {Manifest.Songs} {Step} {ReadsMetrics} {Variant} {string.Join(';', Options.OrderBy(option => option.Key, StringComparer.Ordinal).Select(option => $"{option.Key}={option.Value}"))}");

    /// <summary>A scenario of the house.</summary>
    public static LabWorld Of(string scenario, ulong seed, long onset, long songs) => new(ScenarioCatalog.TryGet(scenario)!, seed, onset, songs);
}
