using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Songs;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Traffic.Worlds;

/// <summary>The stream of songs: eras that follow each other, each made by its scenario.</summary>
public sealed class SongWorld : IWorld
{
    private const int TimeUse = -2;
    private const int DefaultDelay = 200;
    private const double DefaultNeverShare = 0.05;
    private const long MillisecondsApart = 60_000;

    // The world's own calendar: the year of a song is that of its music, a song comes in every minute since this day.
    private static readonly long FirstSong = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private const ulong SampleStream = 0x5A3C;

    private readonly ulong _seed;
    private readonly IReadOnlyList<Era> _eras;

    /// <param name="seed">Decides every song.</param>
    /// <param name="eras">In the order of their first rows; the first begins at or before the first row ever asked for.</param>
    /// <param name="rows">One past the last row.</param>
    /// <param name="outcomes">How outcomes come while no scenario changes that; null for 200 songs later, 5 % of them never.</param>
    internal SongWorld(ulong seed, IReadOnlyList<Era> eras, long rows = long.MaxValue, IOutcomeDelay? outcomes = null)
    {
        _seed = seed;
        _eras = eras;
        Outcomes = EraOutcomes.Of(eras, outcomes ?? new LossyDelay(new ConstantDelay(DefaultDelay), DefaultNeverShare, seed), seed);
        Rows = rows;
    }

    /// <summary>The world of a scenario: steady songs until its onset, then the scenario until the end.</summary>
    /// <param name="scenario">What happens.</param>
    /// <param name="manifest">Its manifest, or that with another number of songs.</param>
    /// <param name="seed">Decides every song.</param>
    public static SongWorld Of(IScenario scenario, ScenarioManifest manifest, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(scenario);
        ArgumentNullException.ThrowIfNull(manifest);
        Era[] eras = [new(0, new Steady(), WorldState.Steady), new(manifest.Onset, scenario, WorldState.Steady)];
        return new SongWorld(seed, eras, manifest.Songs, scenario.Outcomes(seed));
    }

    /// <inheritdoc />
    public FeatureSchema Schema => SongSchema.Instance;

    /// <inheritdoc />
    public long Rows { get; }

    /// <inheritdoc />
    public IOutcomeDelay Outcomes { get; }

    /// <inheritdoc />
    public void Generate(long firstRow, Span<double> features, Span<byte> labels)
    {
        var columns = SongSchema.Instance.Count;
        for (var i = 0; i < labels.Length; i++)
            labels[i] = Make(_seed, firstRow + i, EraOf(firstRow + i), firstRow + i, features.Slice(i * columns, columns));
    }

    /// <inheritdoc />
    public long? EventTimeOf(long row)
    {
        var (era, time) = (EraOf(row), FirstSong + (row * MillisecondsApart) + (long)(SongGenerator.Uniform(_seed, row, TimeUse) * MillisecondsApart));
        return era.Scenario.TimeOf(Draw(_seed, row), row - era.FromRow, time);
    }

    /// <inheritdoc />
    public AddedColumn? AddedTo(long row)
    {
        var era = EraOf(row);
        return era.Scenario.Added(Draw(_seed, row), row - era.FromRow);
    }

    /// <inheritdoc />
    public byte ReportedLabel(long row, byte label)
    {
        var era = EraOf(row);
        return era.Scenario.Report(Draw(_seed, row), era.StateAt(row), row - era.FromRow, label);
    }

    /// <summary>Songs of the world as it is some rows after the onset of its last scenario, none of which is in the stream: what an oracle is trained on.</summary>
    /// <param name="rowsSinceOnset">How far into the scenario; the world stands still there.</param>
    /// <param name="count">How many songs.</param>
    public DataSet Sample(long rowsSinceOnset, int count)
    {
        var columns = SongSchema.Instance.Count;
        var values = new double[count * columns];
        var labels = new byte[count];
        var numbers = new long[count];
        var seed = SplitMix64.Mix(_seed, SampleStream);
        var era = _eras[^1];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = i;
            labels[i] = Make(seed, i, era, era.FromRow + rowsSinceOnset, values.AsSpan(i * columns, columns));
        }

        return new DataSet(SongSchema.Instance, values, labels, numbers);
    }

    private static byte Make(ulong seed, long row, Era era, long asOfRow, Span<double> song) =>
        era.Scenario.Make(Draw(seed, row), era.StateAt(asOfRow), asOfRow - era.FromRow, song);

    private static SongDraw Draw(ulong seed, long row) => new(SongGenerator.Shipped, seed, row);

    private Era EraOf(long row)
    {
        var at = _eras.Count - 1;
        while (at > 0 && _eras[at].FromRow > row)
            at--;
        return _eras[at];
    }
}
