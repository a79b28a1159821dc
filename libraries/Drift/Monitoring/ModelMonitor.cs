using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Drift.Monitoring.Findings;
using MonitoringDemo.Drift.Monitoring.Performance;
using MonitoringDemo.Drift.Monitoring.Plan;
using MonitoringDemo.Drift.Monitoring.Rows;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Monitoring;

/// <summary>Watches one model by its log: are its inputs sound, are they what they were, is it still right?</summary>
/// <remarks>
/// Pure: no clock, bus, log or randomness. What it finds depends on the sequence of what it is fed and not on
/// how often <see cref="Check"/> is asked. Not thread-safe. Quarantined rows take no part in references, drift and performance.
/// </remarks>
public sealed class ModelMonitor
{
    private readonly MonitorMemory _memory;
    private readonly RowRing _ring;
    private readonly FindingBook _book;
    private readonly Watches _watches;
    private readonly RightAnswers _answers;

    /// <summary>Begins with an empty log.</summary>
    /// <param name="schema">The rows it is fed.</param>
    /// <param name="options">Windows and thresholds.</param>
    /// <param name="checks">The data-quality checks of features; by default those of this library.</param>
    /// <param name="rowChecks">The data-quality checks of whole rows; by default those of this library.</param>
    /// <param name="catalog">Where the tests in <see cref="MonitorOptions.Tests"/> are found; by default this library.</param>
    /// <exception cref="ArgumentException">Settings do not fit together, or a test in the options is not known or suits no feature.</exception>
    public ModelMonitor(
        FeatureSchema schema,
        MonitorOptions? options = null,
        IReadOnlyList<IDataQualityCheck>? checks = null,
        IReadOnlyList<IRowQualityCheck>? rowChecks = null,
        TestCatalog? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Schema = schema;
        Options = options ?? new MonitorOptions();
        Options.Validate();
        Checks = [.. (checks ?? QualityChecks.Find()).OrderBy(check => check.Rank).ThenBy(check => check.Name, StringComparer.Ordinal)];
        RowChecks = [.. (rowChecks ?? RowQualityChecks.Find()).OrderBy(check => check.Rank).ThenBy(check => check.Name, StringComparer.Ordinal)];
        _memory = new MonitorMemory(schema, Options, new Watches(schema, Options, Checks, RowChecks, catalog ?? new TestCatalog()));
        (_ring, _book, _watches, _answers) = (_memory.Ring, _memory.Book, _memory.Watches, _memory.Answers);
    }

    /// <summary>The rows it is fed.</summary>
    public FeatureSchema Schema { get; }

    /// <summary>Windows and thresholds.</summary>
    public MonitorOptions Options { get; }

    /// <summary>The data-quality checks, best explanation first.</summary>
    public IReadOnlyList<IDataQualityCheck> Checks { get; }

    /// <summary>The checks of whole rows, in the order in which they are asked.</summary>
    public IReadOnlyList<IRowQualityCheck> RowChecks { get; }

    /// <summary>The row that it expects next.</summary>
    public long NextRow => _ring.Next;

    /// <summary>The version that serves; 0 before the first.</summary>
    public int ChampionVersion => _memory.ChampionVersion;

    /// <summary>Findings that hold, in the order in which they were made.</summary>
    public IReadOnlyList<DriftFinding> Open => _book.Open;

    /// <summary>What the advisory tests of <see cref="MonitorOptions.Tests"/> say now.</summary>
    public IReadOnlyList<Advice> Advice => _watches.Advice;

    /// <summary>How many findings, new or ended, <see cref="Check"/> would tell of.</summary>
    public int News => _book.News;

    /// <summary>Takes rows from before the first model.</summary>
    /// <param name="firstRow">The number of the first one. Rows that it knows are passed over.</param>
    /// <param name="features">Row-major values in schema order.</param>
    /// <param name="eventTimes">When each row happened: Unix milliseconds, <see cref="long.MinValue"/> where it is not known; empty when none is.</param>
    /// <param name="labels">0 or 1 per row: how frequent each outcome is when all is well; empty when they are not known.</param>
    public void AddHistory(long firstRow, ReadOnlySpan<double> features, ReadOnlySpan<long> eventTimes = default, ReadOnlySpan<byte> labels = default)
    {
        var count = InputShape.Rows(features, Schema);
        InputShape.CheckTimes(eventTimes, count);
        if (!labels.IsEmpty)
        {
            InputShape.CheckOutcomes(count, labels.Length);
            _watches.Known(labels[Math.Min(_ring.FirstNew(firstRow), count)..]);
        }

        for (var i = _ring.FirstNew(firstRow); i < count; i++)
            _ring.Append(features.Slice(i * Schema.Count, Schema.Count), double.NaN, double.NaN, 0, RowFlags.None, RowRing.TimeOf(eventTimes, i));
        _memory.HistoryEnd = _ring.Next;
    }

    /// <summary>Takes rows that were served.</summary>
    /// <param name="firstRow">The number of the first one. Rows that it knows are passed over.</param>
    /// <param name="features">Row-major values in schema order.</param>
    /// <param name="scores">The champion's scores, one per row; what they mean the schema's task says.</param>
    /// <param name="staticScores">The same of the model that is never updated.</param>
    /// <param name="modelVersion">The champion that served them.</param>
    /// <param name="eventTimes">When each row happened: Unix milliseconds, <see cref="long.MinValue"/> where it is not known; empty when none is.</param>
    public void AddPredictions(
        long firstRow,
        ReadOnlySpan<double> features,
        ReadOnlySpan<double> scores,
        ReadOnlySpan<double> staticScores,
        int modelVersion,
        ReadOnlySpan<long> eventTimes = default)
    {
        InputShape.CheckScores(features, scores.Length, staticScores.Length, Schema);
        InputShape.CheckTimes(eventTimes, scores.Length);

        // Normally the log has told of the change before; where several processes serve, one may still answer with the version that was replaced.
        if (modelVersion != ChampionVersion && !_ring.HasVersion(modelVersion)) ChangeModel(firstRow, modelVersion, ChampionVersion == 0 ? 0 : firstRow, firstRow);
        for (var i = _ring.FirstNew(firstRow); i < scores.Length; i++)
        {
            var flags = _watches.IsAnythingBroken ? RowFlags.Served | RowFlags.Quarantined : RowFlags.Served;
            _ring.Append(features.Slice(i * Schema.Count, Schema.Count), scores[i], staticScores[i], modelVersion, flags, RowRing.TimeOf(eventTimes, i));
            if (_ring.Next % Options.QualityStep == 0) _watches.Look(_ring, _memory.HistoryEnd, ChampionVersion, _book);
        }
    }

    /// <summary>Takes late outcomes, in the order of their arrival. Those of rows that are no longer kept, or that had one, are passed over.</summary>
    /// <param name="rows">The rows they belong to.</param>
    /// <param name="labels">The class of each.</param>
    public void AddOutcomes(ReadOnlySpan<long> rows, ReadOnlySpan<byte> labels)
    {
        InputShape.CheckOutcomes(rows.Length, labels.Length);
        if (rows.Length > 0) _watches.OutcomesCame(_ring, _book);
        for (var i = 0; i < rows.Length; i++)
        {
            if (!_ring.Holds(rows[i])) continue;
            ref var flags = ref _ring.Flags(rows[i]);
            if ((flags & (RowFlags.Served | RowFlags.Labelled)) != RowFlags.Served) continue;

            flags |= RowFlags.Labelled;
            _answers.Add(_ring.Value(rows[i], -1), _ring.StaticScore(rows[i]), labels[i]);
            _watches.Arrived(_ring, rows[i], labels[i], ChampionVersion, _book);
        }

        _watches.LookAtOutcomes(_ring, ChampionVersion, _book);
    }

    /// <summary>From a row on another release serves. One with the same champion changes nothing.</summary>
    /// <param name="row">The first row it serves.</param>
    /// <param name="championVersion">The version whose answers are served.</param>
    /// <param name="trainedFromRow">First row of its training window.</param>
    /// <param name="trainedToRow">One past its last row.</param>
    /// <param name="importance">Each feature's share of what moves the champion's scores, in schema order; empty when it is not known.</param>
    /// <param name="heldOut">How wrong it was on rows that it was not trained on: the norm of its errors from its first outcome on. Without it, its first outcomes are.</param>
    /// <exception cref="ArgumentException"><paramref name="importance"/> is not one finite number, 0 or more, per feature, or <paramref name="heldOut"/> has more errors than rows.</exception>
    public void ChangeModel(long row, int championVersion, long trainedFromRow, long trainedToRow, ReadOnlySpan<double> importance = default, HeldOutErrors heldOut = default)
    {
        InputShape.CheckImportance(importance, Schema);
        InputShape.CheckHeldOut(heldOut);
        if (championVersion == ChampionVersion) return;
        if (ChampionVersion == 0) _watches.Begin();

        _memory.ChampionVersion = championVersion;
        _watches.Rebase(_ring, row, trainedFromRow, trainedToRow, _book, importance, heldOut);
    }

    /// <summary>
    /// The owner of the data says that what was found broken is well as it is: the finding ends, and the values since its onset are the
    /// measure of what is well from here on. Where nothing of that name is broken it changes nothing.
    /// </summary>
    /// <param name="what">The feature's name; of a finding about whole rows its detector, for instance <c>duplicates</c>.</param>
    public void AcceptData(string what)
    {
        ArgumentNullException.ThrowIfNull(what);
        _watches.Accept(_ring, what, _book);
    }

    /// <summary>What is new since the last call.</summary>
    public MonitorReport Check()
    {
        var (found, ended) = _book.Take();
        return new MonitorReport(found, ended, _watches.Health(NextRow, ChampionVersion, _answers.Take()), _watches.TakeChecks());
    }

    /// <summary>Everything it knows.</summary>
    public MonitorState Save() => MonitorFormat.Write(Schema, Options, _memory.Write);

    /// <summary>Goes on from a saved state.</summary>
    /// <exception cref="InvalidDataException">The state belongs to another schema, other options or another version.</exception>
    public static ModelMonitor Resume(
        MonitorState state,
        FeatureSchema schema,
        MonitorOptions? options = null,
        IReadOnlyList<IDataQualityCheck>? checks = null,
        IReadOnlyList<IRowQualityCheck>? rowChecks = null,
        TestCatalog? catalog = null)
    {
        ArgumentNullException.ThrowIfNull(state);
        var monitor = new ModelMonitor(schema, options, checks, rowChecks, catalog);
        MonitorFormat.Read(state, schema, monitor.Options, monitor._memory.Read);
        return monitor;
    }
}
