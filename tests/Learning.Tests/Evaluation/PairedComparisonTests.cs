using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Tests.Evaluation;

public class PairedComparisonTests
{
    [Fact]
    public void McNemars_test_is_exact_on_few_rows()
    {
        byte[] labels = [1, 1, 1, 1, 1, 1];
        double[] champion = [0.1, 0.1, 0.1, 0.1, 0.1, 0.9];
        double[] candidate = [0.9, 0.9, 0.9, 0.9, 0.9, 0.1];

        var result = PairedComparison.Compare(champion, candidate, labels);

        result.OnlyCandidateRight.ShouldBe(5);
        result.OnlyChampionRight.ShouldBe(1);
        result.AccuracyDifference.ShouldBe(4 / 6.0, 1e-12);
        result.AccuracyPValue.ShouldBe(7 / 64.0, 1e-12);
        result.LogLossDifference.ShouldBe(4 / 6.0 * Math.Log(9), 1e-12);
    }

    [Theory]
    [InlineData(540, 460)]
    [InlineData(541, 460)]
    public void Exact_and_normal_tails_meet_at_a_thousand_rows(int wins, int losses)
    {
        var labels = Enumerable.Repeat((byte)1, wins + losses).ToArray();
        var champion = labels.Select((_, i) => i < wins ? 0.4 : 0.6).ToArray();
        var candidate = labels.Select((_, i) => i < wins ? 0.6 : 0.4).ToArray();

        var result = PairedComparison.Compare(champion, candidate, labels);

        // scipy.stats.binom.sf(539, 1000, 0.5) and (540, 1001, 0.5)
        result.AccuracyPValue.ShouldBe(wins == 540 ? 0.006222073 : 0.00573, 4e-4);
    }

    [Fact]
    public void Equal_models_prove_nothing()
    {
        double[] scores = [0.2, 0.7, 0.5];

        var result = PairedComparison.Compare(scores, scores, [0, 1, 0]);

        result.AccuracyPValue.ShouldBe(1.0);
        result.LogLossPValue.ShouldBe(1.0);
        result.AccuracyLowerBound(0.05).ShouldBe(0.0);
    }

    [Fact]
    public void Under_no_difference_one_in_twenty_is_called_better()
    {
        var random = new SplitMix64(11);
        int accuracyCalls = 0, logLossCalls = 0;

        for (var trial = 0; trial < 2000; trial++)
        {
            var labels = new byte[300];
            var (first, second) = (new double[300], new double[300]);
            for (var i = 0; i < labels.Length; i++)
            {
                labels[i] = (byte)random.NextInt(2);
                first[i] = Deterministic.Sigmoid(random.NextNormal() + labels[i]);
                second[i] = Deterministic.Sigmoid(random.NextNormal() + labels[i]);
            }

            var result = PairedComparison.Compare(first, second, labels);
            accuracyCalls += result.AccuracyPValue <= 0.05 ? 1 : 0;
            logLossCalls += result.LogLossPValue <= 0.05 ? 1 : 0;
        }

        accuracyCalls.ShouldBeInRange(30, 125);
        logLossCalls.ShouldBeInRange(70, 135);
    }

    [Fact]
    public void Where_errors_come_in_spells_a_good_day_is_not_taken_for_a_good_model()
    {
        const int Trials = 1000;
        var random = new SplitMix64(12);
        var calls = 0;

        for (var trial = 0; trial < Trials; trial++)
        {
            var labels = new byte[600];
            var (first, second) = (new double[600], new double[600]);
            var spell = 0.0;
            for (var i = 0; i < labels.Length; i++)
            {
                spell = (0.9 * spell) + (0.4 * random.NextNormal());
                labels[i] = (byte)random.NextInt(2);
                first[i] = Deterministic.Sigmoid((labels[i] == 1 ? 1 : -1) + spell);
                second[i] = Deterministic.Sigmoid((labels[i] == 1 ? 1 : -1) - spell);
            }

            calls += PairedComparison.Compare(first, second, labels).LogLossPValue <= 0.05 ? 1 : 0;
        }

        // Taken for independent, such rows cry wolf far more often than one time in twenty.
        calls.ShouldBeInRange(20, 100);
    }
}
