using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.Release;

namespace MonitoringDemo.Retraining.Tests.Release;

/// <summary>Canaries that are as good as their champion, and how many of them are taken back: simulated, looked at after every row.</summary>
public sealed class EqualCanaryTests
{
    private const int Canaries = 2_000;
    private const int Rows = 1_000;

    // As many slices as a song has.
    private static readonly FeatureSchema s_schema = new([Sliced("key", 12), Sliced("mode", 2), Sliced("time_signature", 5)], "hit");

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

    private static Feature Sliced(string name, int categories) => new(name, FeatureKind.Categorical, [.. Enumerable.Range(0, categories).Select(code => code.ToString(System.Globalization.CultureInfo.InvariantCulture))]);

    /// <summary>A microsecond as a rule, and now and then a pause of the machine.</summary>
    private static long Nanoseconds(SplitMix64 random) => (long)(1_000 * Deterministic.Exp(random.NextNormal())) + (random.NextDouble() < 0.02 ? 20_000_000 : 0);

    /// <summary>Two models that see the truth through noise of their own, the same on average unless one is made worse.</summary>
    private static bool IsTakenBack(StrategyOptions options, SplitMix64 random, double worse = 0)
    {
        var race = new Race(0, options.CanaryAlpha, new SerialErrors());
        var answers = new AnswerShares(2, options.ScoreShift, options.CanaryAlpha);
        var slices = new SliceRaces(s_schema, options.SliceMargin, options.CanaryAlpha, 0.05);
        var times = new AnswerTimes(options);
        double[] values = new double[s_schema.Count];
        for (var row = 0; row < Rows; row++)
        {
            var truth = 1.5 * random.NextNormal();
            var label = (byte)(random.NextDouble() < Deterministic.Sigmoid(truth) ? 1 : 0);
            var champion = Deterministic.Sigmoid(truth + (0.7 * random.NextNormal()));
            var canary = Deterministic.Sigmoid(truth + ((0.7 + worse) * random.NextNormal()));
            race.Take(champion, canary, label);
            answers.Take(canary, champion);
            for (var feature = 0; feature < values.Length; feature++) values[feature] = (int)(random.NextDouble() * s_schema.Features[feature].Categories.Count);
            slices.Take(values, champion, canary, label);
            times.Take(Nanoseconds(random), Nanoseconds(random));
            if (race.Standing.ProvenWorse || answers.Proven(1) is not null || slices.Worst(1)!.ProvenWorse || times.Standing(0.05) is { ProvenSlower: true } or { ProvenLate: true }) return true;
        }

        return false;
    }
}
