using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Traffic.Scenarios;

/// <summary>An extension point: something that happens to the world, and the truth about it. One file each.</summary>
/// <remarks>
/// Pure and stateless: the same arguments give the same song on every machine and thread. Implementations have a
/// public parameterless constructor and are found by scanning assemblies. They are only asked about rows from the onset on.
/// </remarks>
public interface IScenario
{
    /// <summary>What it is, and what a good fleet does about it.</summary>
    ScenarioManifest Manifest { get; }

    /// <summary>What lasts of it: the state of the world this far into the scenario.</summary>
    /// <param name="before">The state in which it found the world.</param>
    /// <param name="rowsSinceOnset">0 for the first changed row.</param>
    WorldState StateAt(WorldState before, long rowsSinceOnset) => before;

    /// <summary>Makes one song.</summary>
    /// <param name="draw">Draws songs of any state for this row.</param>
    /// <param name="state">The state of the world at this row.</param>
    /// <param name="rowsSinceOnset">0 for the first changed row.</param>
    /// <param name="song">Receives the values in schema order.</param>
    /// <returns>The true label.</returns>
    byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song) => draw.Song(state, song);

    /// <summary>How outcomes come, from the first song on; null for the world's own way: 200 songs later, 5 % of them never.</summary>
    /// <remarks>In a run of its own. Live, outcomes come in the world's own way until a scenario changes it with <see cref="OutcomesFrom"/>.</remarks>
    /// <param name="seed">The seed of the run.</param>
    IOutcomeDelay? Outcomes(ulong seed) => null;

    /// <summary>How the outcomes of the songs from the onset on come; by default as they did.</summary>
    /// <param name="onset">The row of the onset.</param>
    /// <param name="usual">How they came until then, and come again when the scenario is over.</param>
    /// <param name="seed">The seed of the run.</param>
    IOutcomeDelay OutcomesFrom(long onset, IOutcomeDelay usual, ulong seed) => usual;

    /// <summary>What is reported as the outcome of a song: its true label, unless labels go wrong on the way.</summary>
    /// <param name="draw">Draws songs of any state for this row.</param>
    /// <param name="state">The state of the world at this row.</param>
    /// <param name="rowsSinceOnset">0 for the first changed row.</param>
    /// <param name="label">The true label.</param>
    byte Report(SongDraw draw, WorldState state, long rowsSinceOnset, byte label) => label;

    /// <summary>What a song's row carries beside the columns of the schema; null for nothing.</summary>
    /// <param name="draw">Of this row; for its random numbers.</param>
    /// <param name="rowsSinceOnset">0 for the first changed row.</param>
    AddedColumn? Added(SongDraw draw, long rowsSinceOnset) => null;

    /// <summary>When a song says that it happened.</summary>
    /// <param name="draw">Of this row; for its random numbers.</param>
    /// <param name="rowsSinceOnset">0 for the first changed row.</param>
    /// <param name="time">When it really happened: Unix milliseconds, UTC; one song a minute.</param>
    long TimeOf(SongDraw draw, long rowsSinceOnset, long time) => time;

    /// <summary>How many times faster than usual songs come, live; a run in lockstep has no pace.</summary>
    /// <param name="rowsSinceOnset">0 for the first changed row.</param>
    double Haste(long rowsSinceOnset) => 1;

    /// <summary>What the fleet is set to in a run of this scenario, by configuration key; what the run itself is set to goes before it. Live there is none of it.</summary>
    IReadOnlyDictionary<string, string?> Settings => Unset.Settings;

    /// <summary>What the fleet is deployed anew with once the first changed song was answered: it is stopped, and started again on the same data with these settings over the others. Empty for no deployment.</summary>
    IReadOnlyDictionary<string, string?> Deployed => Unset.Settings;

    /// <summary>Commands that somebody sends when the first changed song has come.</summary>
    /// <param name="model">The model's name.</param>
    /// <param name="onset">The row of the onset.</param>
    IReadOnlyList<RetrainModel> CommandsAtOnset(string model, long onset) => [];
}
