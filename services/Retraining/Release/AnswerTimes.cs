using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Retraining.Release;

/// <summary>How long a canary takes to score, beside the champion on the same requests, in the same process, one after the other: two always-valid tests that need no outcomes.</summary>
/// <remarks>
/// Times have long tails that say nothing of a model: a pause of the runtime, a busy machine. So no mean is tested, but how often a limit is passed. Slower as a rule: in more than half of the requests the canary
/// takes longer than so many times the champion's time, and longer by a floor. Slower at times: it passes a fixed limit more often than the champion does, by more than one request in a hundred. Half of the error level
/// each; bets as in <see cref="AlwaysValidPairedTest"/>.
/// </remarks>
internal sealed class AnswerTimes(StrategyOptions options)
{
    private const double RareMargin = 0.01, NanosecondsOfOne = 1e6;

    private readonly AlwaysValidPairedTest _asARule = new(), _atTimes = new(RareMargin);
    private readonly double _needed = Deterministic.Log(2 / options.CanaryAlpha);
    private double _champion, _canary;
    private int _requests, _slower, _late, _championLate;

    /// <summary>One more request, with the time that each took to score it, in nanoseconds.</summary>
    public void Take(long champion, long canary)
    {
        var floor = options.SlowerByMilliseconds * NanosecondsOfOne;
        var isSlower = canary > champion + Math.Max(floor, (options.SlowerTimes - 1) * champion);
        var (isLate, isChampionLate) = (canary > options.LateMilliseconds * NanosecondsOfOne, champion > options.LateMilliseconds * NanosecondsOfOne);
        (_requests, _champion, _canary) = (_requests + 1, _champion + champion, _canary + canary);
        (_slower, _late, _championLate) = (_slower + (isSlower ? 1 : 0), _late + (isLate ? 1 : 0), _championLate + (isChampionLate ? 1 : 0));
        _asARule.Update(isSlower ? 1 : -1);
        _atTimes.Update((isLate ? 1 : 0) - (isChampionLate ? 1 : 0));
    }

    /// <param name="leanAlpha">A milder level, at which a canary does not go on.</param>
    public TimesStanding Standing(double leanAlpha)
    {
        var evidence = Math.Max(_asARule.LogEValue, _atTimes.LogEValue);
        return new TimesStanding(
            _requests, _champion / Math.Max(1, _requests) / NanosecondsOfOne, _canary / Math.Max(1, _requests) / NanosecondsOfOne, _slower, _late, _championLate,
            _asARule.LogEValue >= _needed, _atTimes.LogEValue >= _needed, evidence >= Deterministic.Log(2 / leanAlpha));
    }
}
