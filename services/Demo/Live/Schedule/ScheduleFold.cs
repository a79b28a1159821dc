using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.Demo.Live.Schedule;

/// <summary>What a cron job would have answered to the songs of a log: it trains anew every so many rows on the newest ones whose outcome stands before them in the log, looks at nothing and asks nobody.
/// Until its first training it answers as model 1.</summary>
/// <param name="since">The first row that it answers; what is older only teaches.</param>
/// <param name="seed">Of its trainings.</param>
internal sealed class ScheduleFold(long since, ulong seed)
{
    /// <summary>Rows between two trainings.</summary>
    public const int Every = 2_000;

    /// <summary>The newest rows with an outcome that it trains on.</summary>
    public const int Window = 2_000;

    /// <summary>One of the fleet's own trainers, with its default settings; the same as in the response matrix.</summary>
    public const string Trainer = "gradient-boosting";

    /// <summary>Rows that wait for an outcome: of more the oldest are given up.</summary>
    private const int MostWaiting = 50_000;

    private readonly Dictionary<long, (double[] Features, byte Answer)> _waiting = [];
    private readonly Queue<long> _order = new();
    private readonly Queue<(long Row, double[] Features, byte Label)> _known = new();
    private IModel? _model;
    private long? _next;

    /// <summary>Its right answers by stretches of the log.</summary>
    public SchedulePoints Points { get; } = new();

    /// <summary>How often it trained.</summary>
    public int Trainings { get; private set; }

    /// <summary>One past the newest row that it has answered.</summary>
    public long Row { get; private set; }

    /// <summary>Takes the next record of the log.</summary>
    /// <param name="record">Of any kind; those that are not rows or outcomes change nothing.</param>
    /// <param name="schema">Of the rows.</param>
    public void Take(LogRecord record, FeatureSchema schema)
    {
        switch (record)
        {
            case HistoryBatch history:
                for (var i = 0; i < history.Count; i++)
                    Learn(history.FirstRow + i, history.Features[(i * history.FeatureCount)..((i + 1) * history.FeatureCount)], history.Labels[i]);
                break;
            case PredictionBatch served:
                for (var i = 0; i < served.Count; i++) Answer(served, i, schema);
                break;
            case OutcomeBatch outcomes:
                for (var i = 0; i < outcomes.Count; i++) Settle(outcomes.Rows[i], outcomes.Labels[i], outcomes.AtRow);
                break;
        }
    }

    private void Answer(PredictionBatch served, int index, FeatureSchema schema)
    {
        var row = served.FirstRow + index;
        if (row >= since)
        {
            _next ??= row + Every;
            if (row >= _next) TrainAnew(row, schema);
        }

        var features = served.Row(index).ToArray();
        _waiting[row] = (features, Evaluator.Decide(_model?.Score(features) ?? served.StaticScores[index]));
        _order.Enqueue(row);
        while (_order.Count > MostWaiting) _waiting.Remove(_order.Dequeue());
        Row = row + 1;
    }

    private void TrainAnew(long row, FeatureSchema schema)
    {
        _next = row + Every;
        // No trainer takes rows of one class.
        if (_known.Select(known => known.Label).Distinct().Count() < 2) return;
        var rows = _known.OrderBy(known => known.Row).ToList();
        _model = TrainerCatalog.Get(Trainer).Train(
            new DataSet(schema, [.. rows.SelectMany(known => known.Features)], [.. rows.Select(known => known.Label)], [.. rows.Select(known => known.Row)]),
            new Dictionary<string, double>(), seed);
        Trainings++;
    }

    private void Settle(long row, byte label, long atRow)
    {
        if (!_waiting.Remove(row, out var answered)) return;
        if (row >= since) Points.Add(atRow, answered.Answer == label);
        Learn(row, answered.Features, label);
    }

    private void Learn(long row, double[] features, byte label)
    {
        _known.Enqueue((row, features, label));
        if (_known.Count > Window) _known.Dequeue();
    }
}
