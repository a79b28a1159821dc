using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>A rival against the champion, row by row, by always-valid tests: better by a margin, and worse.</summary>
/// <remarks>
/// Better is told by two bets in equal parts, one on the squared error and one on right and wrong answers: the first sees what changes no
/// answer yet, the second a changed rule through the noise of the scores. The mean of two e-values is one.
/// </remarks>
/// <param name="margin">By which it has to be better, in squared error and in the share of right answers.</param>
/// <param name="alpha">The error level of either test.</param>
/// <param name="leanAlpha">A milder level for either; the same where it is left out.</param>
/// <param name="dependence">How much less the rows say than their number.</param>
internal sealed class Race(double margin, double alpha, SerialErrors dependence, double? leanAlpha = null)
{
    private static readonly double Half = Deterministic.Log(0.5);

    private readonly AlwaysValidPairedTest _better = new(margin);
    private readonly AlwaysValidPairedTest _righter = new(margin);
    private readonly AlwaysValidPairedTest _worse = new();
    private readonly double _needed = -Deterministic.Log(alpha);
    private readonly double _lean = -Deterministic.Log(leanAlpha ?? alpha);
    private double _squares;

    /// <summary>By the evidence of now: a lead that was lost again is no reason to act any more.</summary>
    public RaceStanding Standing
    {
        get
        {
            var evidence = Evidence;
            var worse = _worse.LogEValue / dependence.Factor;
            return new((int)_better.Count, _better.Mean, StandardError, evidence >= _needed, worse >= _needed, evidence >= _lean, worse >= _lean);
        }
    }

    /// <summary>The evidence so far speaks for the rival.</summary>
    public bool IsPromising => Evidence > 0;

    /// <summary>In nats, for "better".</summary>
    public double Evidence
    {
        get
        {
            var (squared, answers) = (_better.LogEValue, _righter.LogEValue);
            var (more, less) = (Math.Max(squared, answers), Math.Min(squared, answers));
            return (Half + more + Deterministic.Log(1 + Deterministic.Exp(less - more))) / dependence.Factor;
        }
    }

    private double StandardError => _better.Count == 0 ? 0 : Math.Sqrt(Math.Max(0, (_squares / _better.Count) - (_better.Mean * _better.Mean)) * dependence.Factor / _better.Count);

    public void Take(double championScore, double rivalScore, byte label)
    {
        var gain = PairedLoss.Brier(championScore, rivalScore, label);
        _better.Update(gain);
        _righter.Update(PairedLoss.Error(championScore, rivalScore, label));
        _worse.Update(-gain);
        _squares += gain * gain;
    }
}
