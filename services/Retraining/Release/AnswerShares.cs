using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Retraining.Release;

/// <summary>How often each class is answered by a canary and by the champion on the same rows: always-valid tests of a difference above a margin, which need no outcomes.</summary>
/// <remarks>
/// For each class the difference of the two answers, 1, 0 or −1, is bet on in both directions (<see cref="AlwaysValidPairedTest"/>); the error level is shared out among the classes and
/// directions. Of two classes one says all about the other.
/// </remarks>
internal sealed class AnswerShares
{
    private readonly AlwaysValidPairedTest[] _more, _less;
    private readonly int[] _canary, _champion;
    private readonly int _first;
    private readonly double _needed;
    private int _rows;

    /// <param name="classes">How many classes there are.</param>
    /// <param name="margin">The difference of shares that is allowed.</param>
    /// <param name="alpha">The error level of all the tests together.</param>
    public AnswerShares(int classes, double margin, double alpha)
    {
        _first = classes == 2 ? 1 : 0;
        var tests = classes - _first;
        (_canary, _champion) = (new int[classes], new int[classes]);
        (_more, _less) = ([.. Enumerable.Range(0, tests).Select(_ => new AlwaysValidPairedTest(margin))], [.. Enumerable.Range(0, tests).Select(_ => new AlwaysValidPairedTest(margin))]);
        _needed = Deterministic.Log(2 * tests / alpha);
    }

    /// <summary>One more row, with both scores.</summary>
    public void Take(double canaryScore, double championScore)
    {
        var (canary, champion) = (Evaluator.Decide(canaryScore), Evaluator.Decide(championScore));
        _rows++;
        _canary[canary]++;
        _champion[champion]++;
        for (var i = 0; i < _more.Length; i++)
        {
            var difference = (canary == i + _first ? 1 : 0) - (champion == i + _first ? 1 : 0);
            _more[i].Update(difference);
            _less[i].Update(-difference);
        }
    }

    /// <summary>The difference that has most evidence, once it is proven.</summary>
    /// <param name="dependence">How much less the rows say than their number.</param>
    public AnswerShift? Proven(double dependence)
    {
        var most = Enumerable.Range(0, _more.Length).MaxBy(i => Math.Max(_more[i].LogEValue, _less[i].LogEValue));
        if (Math.Max(_more[most].LogEValue, _less[most].LogEValue) / dependence < _needed) return null;
        var what = most + _first;
        return new AnswerShift(what, (double)_canary[what] / _rows, (double)_champion[what] / _rows, _rows);
    }
}
