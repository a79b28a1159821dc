using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>A rival against the champion, row by row, by two always-valid tests on the squared error: better by a margin, and worse.</summary>
internal sealed class Race(double margin, double alpha)
{
    private readonly AlwaysValidPairedTest _better = new(margin);
    private readonly AlwaysValidPairedTest _worse = new();
    private readonly double _needed = -Deterministic.Log(alpha);
    private double _squares;

    /// <summary>By the evidence of now: a lead that was lost again is no reason to act any more.</summary>
    public RaceStanding Standing => new((int)_better.Count, _better.Mean, StandardError, _better.LogEValue >= _needed, _worse.LogEValue >= _needed);

    /// <summary>The evidence so far speaks for the rival.</summary>
    public bool IsPromising => _better.LogEValue > 0;

    private double StandardError => _better.Count == 0 ? 0 : Math.Sqrt(Math.Max(0, (_squares / _better.Count) - (_better.Mean * _better.Mean)) / _better.Count);

    public void Take(double championScore, double rivalScore, byte label)
    {
        var gain = PairedLoss.Brier(championScore, rivalScore, label);
        _better.Update(gain);
        _worse.Update(-gain);
        _squares += gain * gain;
    }
}
