using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.Tests.Release;

/// <summary>Canaries that are as good as their champion, and how many of them are taken back: simulated, looked at after every row.</summary>
public sealed class EqualCanaryTests
{
    private const int Canaries = 2_000;
    private const int Rows = 1_000;

    [Fact]
    public void Of_canaries_that_are_as_good_as_the_champion_fewer_than_one_in_200_are_taken_back()
    {
        var options = new StrategyOptions();

        var takenBack = Enumerable.Range(0, Canaries).Count(canary => IsTakenBack(options, new SplitMix64(SplitMix64.Mix(14, (ulong)canary))));

        WilsonInterval.Of(takenBack, Canaries).Upper.ShouldBeLessThan(1.0 / 200, $"{takenBack} of {Canaries} were taken back");
    }

    [Fact]
    public void One_that_is_as_much_worse_as_a_model_without_its_best_feature_is_taken_back_nearly_always()
    {
        var options = new StrategyOptions();

        var takenBack = Enumerable.Range(0, 200).Count(canary => IsTakenBack(options, new SplitMix64(SplitMix64.Mix(15, (ulong)canary)), worse: 1.5));

        takenBack.ShouldBeGreaterThan(190);
    }

    /// <summary>Two models that see the truth through noise of their own, the same on average unless one is made worse.</summary>
    private static bool IsTakenBack(StrategyOptions options, SplitMix64 random, double worse = 0)
    {
        var race = new Race(0, options.CanaryAlpha, new SerialErrors());
        var answers = new AnswerShares(2, options.ScoreShift, options.CanaryAlpha);
        for (var row = 0; row < Rows; row++)
        {
            var truth = 1.5 * random.NextNormal();
            var label = (byte)(random.NextDouble() < Deterministic.Sigmoid(truth) ? 1 : 0);
            var champion = Deterministic.Sigmoid(truth + (0.7 * random.NextNormal()));
            var canary = Deterministic.Sigmoid(truth + ((0.7 + worse) * random.NextNormal()));
            race.Take(champion, canary, label);
            answers.Take(canary, champion);
            if (race.Standing.ProvenWorse || answers.Proven(1) is not null) return true;
        }

        return false;
    }
}
