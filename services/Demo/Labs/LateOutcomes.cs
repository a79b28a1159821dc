using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Demo.Labs;

/// <summary>A scenario in a world in which every outcome comes so many songs later.</summary>
internal sealed class LateOutcomes(IScenario scenario, int songs) : IScenario
{
    public ScenarioManifest Manifest { get; } = scenario.Manifest with { Id = $"{scenario.Manifest.Id}-late-{songs}" };

    public WorldState StateAt(WorldState before, long rowsSinceOnset) => scenario.StateAt(before, rowsSinceOnset);

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song) => scenario.Make(draw, state, rowsSinceOnset, song);

    public byte Report(SongDraw draw, WorldState state, long rowsSinceOnset, byte label) => scenario.Report(draw, state, rowsSinceOnset, label);

    public IOutcomeDelay Outcomes(ulong seed) => new ConstantDelay(songs);

    public IOutcomeDelay OutcomesFrom(long onset, IOutcomeDelay usual, ulong seed) => scenario.OutcomesFrom(onset, usual, seed);
}
