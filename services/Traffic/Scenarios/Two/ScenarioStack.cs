using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Traffic.Scenarios.Two;

/// <summary>Two scenarios at once: the second happens to the songs and outcomes that the first makes.</summary>
/// <param name="first">Begins at the onset, and goes on.</param>
/// <param name="second">Begins later, on top of it.</param>
/// <param name="after">Rows from the onset to the beginning of the second.</param>
internal abstract class ScenarioStack(IScenario first, IScenario second, long after) : IScenario
{
    public abstract ScenarioManifest Manifest { get; }

    public virtual IReadOnlyDictionary<string, string?> Settings { get; } = Over(first.Settings, second.Settings);

    public IReadOnlyDictionary<string, string?> Deployed => first.Deployed;

    public WorldState StateAt(WorldState before, long rowsSinceOnset)
    {
        var state = first.StateAt(before, rowsSinceOnset);
        return rowsSinceOnset < after ? state : second.StateAt(state, rowsSinceOnset - after);
    }

    public byte Make(SongDraw draw, WorldState state, long rowsSinceOnset, Span<double> song) => rowsSinceOnset < after
        ? first.Make(draw, state, rowsSinceOnset, song)
        : second.Make(draw.Over(first, rowsSinceOnset), state, rowsSinceOnset - after, song);

    public IOutcomeDelay? Outcomes(ulong seed) => first.Outcomes(seed) ?? second.Outcomes(seed);

    public IOutcomeDelay OutcomesFrom(long onset, IOutcomeDelay usual, ulong seed)
    {
        var beneath = first.OutcomesFrom(onset, usual, seed);
        var own = second.OutcomesFrom(onset + after, beneath, seed);
        return ReferenceEquals(own, beneath) || after == 0 ? own : new ChangedDelay(onset + after, beneath, own);
    }

    public byte Report(SongDraw draw, WorldState state, long rowsSinceOnset, byte label)
    {
        var told = first.Report(draw, state, rowsSinceOnset, label);
        return rowsSinceOnset < after ? told : second.Report(draw.Over(first, rowsSinceOnset), state, rowsSinceOnset - after, told);
    }

    public long TimeOf(SongDraw draw, long rowsSinceOnset, long time)
    {
        var told = first.TimeOf(draw, rowsSinceOnset, time);
        return rowsSinceOnset < after ? told : second.TimeOf(draw.Over(first, rowsSinceOnset), rowsSinceOnset - after, told);
    }

    public AddedColumn? Added(SongDraw draw, long rowsSinceOnset) =>
        first.Added(draw, rowsSinceOnset) ?? (rowsSinceOnset < after ? null : second.Added(draw.Over(first, rowsSinceOnset), rowsSinceOnset - after));

    public double Haste(long rowsSinceOnset) =>
        first.Haste(rowsSinceOnset) * (rowsSinceOnset < after ? 1 : second.Haste(rowsSinceOnset - after));

    public IReadOnlyList<RetrainModel> CommandsAtOnset(string model, long onset) => first.CommandsAtOnset(model, onset);

    private static Dictionary<string, string?> Over(IReadOnlyDictionary<string, string?> first, IReadOnlyDictionary<string, string?> second)
    {
        var settings = new Dictionary<string, string?>(first, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in second) settings[key] = value;
        return settings;
    }
}
