using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Monitoring;

/// <summary>A monitor of a model that is too sure of itself: the log-odds of its scores are 1.8 times the true ones. Outcomes come 100 rows late.</summary>
internal sealed class AnswerStream(ulong seed)
{
    private const int History = 2_000;
    private const int Delay = 100;

    private readonly SongWorld _world = new(seed);
    private readonly SplitMix64 _random = new(SplitMix64.Mix(seed, 77));
    private readonly List<(long Row, byte Label, bool Right)> _answers = [];
    private ModelMonitor? _monitor;
    private int _version = 1, _told;

    public ModelMonitor Monitor => _monitor ??= Start();

    /// <summary>How far the true log-odds stray.</summary>
    public double Spread { get; set; } = 1.5;

    public bool IsFlipped { get; set; }

    /// <summary>Another score for a row, if any.</summary>
    public Func<long, double?>? Odd { get; init; }

    public void Serve(int rows, bool outcomes)
    {
        for (var i = 0; i < rows; i++)
        {
            var (row, logOdds) = (Monitor.NextRow, Spread * _random.NextNormal());
            var score = Odd?.Invoke(row) ?? Deterministic.Sigmoid(1.8 * logOdds);
            var label = (byte)(_random.NextDouble() < Deterministic.Sigmoid(logOdds) != IsFlipped ? 1 : 0);
            _answers.Add((row, label, score >= 0.5 == (label == 1)));
            Monitor.AddPredictions(row, _world.NextRow(), [score], [score], _version);
            for (; outcomes && _told < _answers.Count - Delay; _told++) Monitor.AddOutcomes([_answers[_told].Row], [_answers[_told].Label]);
        }

        // The others never come.
        if (!outcomes) _told = _answers.Count;
        else while (_told < _answers.Count) Monitor.AddOutcomes([_answers[_told].Row], [_answers[_told++].Label]);
    }

    public void Promote() => Monitor.ChangeModel(Monitor.NextRow, ++_version, 0, History);

    public void Resume() => _monitor = ModelMonitor.Resume(Monitor.Save(), SongWorld.Schema);

    /// <summary>Share of right answers on the newest rows that the monitor has had the time to look at.</summary>
    public double Realised(int rows) => _answers.SkipLast(2 * Monitor.Options.QualityStep).TakeLast(rows).Average(answer => answer.Right ? 1.0 : 0.0);

    private ModelMonitor Start()
    {
        var monitor = new ModelMonitor(SongWorld.Schema);
        for (var row = 0; row < History; row++) monitor.AddHistory(row, _world.NextRow());
        monitor.ChangeModel(History, 1, 0, History);
        return monitor;
    }
}
