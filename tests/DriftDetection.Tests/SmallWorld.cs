using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.DriftDetection.Tests;

/// <summary>Writes a real log as inference does: history, a release, then steps of 500 rows and their outcomes 200 rows late.</summary>
internal sealed class SmallWorld : IDisposable
{
    private const int History = 4_000;
    private const int Step = 500;
    private const int Delay = 200;
    private const long Second = 1_000;

    public static FeatureSchema Schema { get; } = new(
        [new Feature("tempo", FeatureKind.Numeric, []), new Feature("duration_ms", FeatureKind.Numeric, []), new Feature("mode", FeatureKind.Categorical, ["minor", "major"])],
        "hit");

    private readonly SplitMix64 _random = new(5);
    private readonly InferenceLogWriter _writer;
    private readonly Dictionary<long, byte> _labels = [];
    private long _nextOutcome = History;

    public SmallWorld(string data)
    {
        _writer = InferenceLogWriter.Open(Path.Combine(data, "log"));
        _writer.WriteSchema(SchemaJson.Write(Schema));
        _writer.AppendHistory(new HistoryBatch(0, Schema.Count, Rows(History), [.. Enumerable.Range(0, History).Select(row => (byte)(row % 2))], true) { EventTimes = Times(0, History) });
        _writer.AppendModelChange(new ModelChange(History, 1, 0, 1, "sha", 0, History) { Importance = [0.5, 0.25, 0.25] });
    }

    public long NextRow => _writer.NextRow;

    public double ErrorRate { get; set; } = 0.2;

    /// <summary>Scores are the probabilities that they claim to be, whatever the error rate.</summary>
    public bool IsCalibrated { get; set; }

    public bool InSeconds { get; set; }

    /// <summary>What is added to the time that rows tell, in milliseconds; a row comes in every second.</summary>
    public long ClockError { get; set; }

    public string? TraceParent { get; set; }

    /// <summary>A canary answers, always wrong where the champion is right.</summary>
    public bool ByCanary { get; set; }

    public void StepTo(long row)
    {
        while (_writer.NextRow < row)
        {
            var first = _writer.NextRow;
            var scores = new double[Step];
            for (var i = 0; i < Step; i++)
            {
                scores[i] = _random.NextDouble();
                _labels[first + i] = (byte)(scores[i] >= 0.5 == _random.NextDouble() >= (IsCalibrated ? Math.Min(scores[i], 1 - scores[i]) : ErrorRate) ? 1 : 0);
            }

            var batch = new PredictionBatch(first, Schema.Count, Rows(Step), 1, scores, scores, 0, [], null, TraceParent) { EventTimes = Times(first, Step) };
            _writer.AppendPredictions(ByCanary ? batch with { ModelVersion = 2, Scores = [.. scores.Select(score => 1 - score)], ShadowVersion = 1, ShadowScores = scores, ByCanary = true } : batch);
            long[] due = [.. Range(_nextOutcome, _writer.NextRow - Delay)];
            _writer.AppendOutcomes(new OutcomeBatch(due, [.. due.Select(r => _labels[r])]));
            _nextOutcome = _writer.NextRow - Delay;
        }
    }

    /// <summary>As inference writes it when the data's owner has accepted something.</summary>
    public void Accept(string what) => _writer.AppendAcceptedData(new AcceptedData(_writer.NextRow, what, "accept-1"));

    public void Dispose() => _writer.Dispose();

    private double[] Rows(int count)
    {
        var rows = new double[count * Schema.Count];
        for (var i = 0; i < rows.Length; i += Schema.Count)
        {
            var duration = Math.Round(210_000 * Deterministic.Exp(0.35 * _random.NextNormal()));
            (rows[i], rows[i + 1], rows[i + 2]) = (120 + 28 * _random.NextNormal(), InSeconds ? duration / 1000 : duration, _random.NextInt(2));
        }

        return rows;
    }

    private long[] Times(long first, int count) => [.. Range(first, first + count).Select(row => (row * Second) + ClockError)];

    private static IEnumerable<long> Range(long from, long to)
    {
        for (var row = from; row < to; row++) yield return row;
    }
}
