using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Scenarios;
using MonitoringDemo.Traffic.Songs;

namespace MonitoringDemo.Traffic.Worlds;

/// <summary>The stream of songs under a scenario.</summary>
public sealed class SongWorld : IWorld
{
    private SongWorld() => throw new NotImplementedException();

    /// <summary>The world of a scenario: steady songs until its onset, then the scenario until the end.</summary>
    /// <param name="scenario">What happens.</param>
    /// <param name="manifest">Its manifest, or that with another number of songs.</param>
    /// <param name="seed">Decides every song.</param>
    /// <param name="outcomes">How late outcomes come, and how many never do.</param>
    public static SongWorld Of(IScenario scenario, ScenarioManifest manifest, ulong seed, OutcomeFlow? outcomes = null) =>
        throw new NotImplementedException();

    /// <inheritdoc />
    public FeatureSchema Schema => SongSchema.Instance;

    /// <inheritdoc />
    public long Rows => throw new NotImplementedException();

    /// <inheritdoc />
    public int OutcomeDelay => throw new NotImplementedException();

    /// <inheritdoc />
    public void Generate(long firstRow, Span<double> features, Span<byte> labels) => throw new NotImplementedException();

    /// <inheritdoc />
    public bool OutcomeArrives(long row) => throw new NotImplementedException();

    /// <summary>Songs of the world as it is some rows after the onset, none of which is in the stream: what an oracle is trained on.</summary>
    /// <param name="rowsSinceOnset">How far into the scenario.</param>
    /// <param name="count">How many songs.</param>
    public DataSet Sample(long rowsSinceOnset, int count) => throw new NotImplementedException();
}
