using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Tests.Evaluation;

public class BlockBootstrapTests
{
    private const int Trials = 150;
    private const double Spells = 0.8;

    [Theory]
    [InlineData(Metric.Accuracy)]
    [InlineData(Metric.LogLoss)]
    [InlineData(Metric.Auc)]
    public void On_rows_that_hang_together_about_nine_in_ten_intervals_cover_the_truth_and_fewer_without_blocks(Metric metric)
    {
        var truth = Truth(metric, Spells);

        var blocks = Coverage(metric, Spells, truth, null);
        var rowByRow = Coverage(metric, Spells, truth, 1);

        // Asked for 0.95. Errors in long, faint spells are more dependent than a thousand rows can show.
        blocks.ShouldBeInRange(0.85, 0.985);
        rowByRow.ShouldBeLessThan(blocks - 0.06);
    }

    [Theory]
    [InlineData(Metric.BalancedAccuracy)]
    [InlineData(Metric.AveragePrecision)]
    [InlineData(Metric.Brier)]
    public void On_independent_rows_they_cover_as_often_as_they_say(Metric metric)
    {
        var coverage = Coverage(metric, 0, Truth(metric, 0), null);

        coverage.ShouldBeInRange(0.9, 0.99);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.95)]
    public void The_interval_of_a_difference_covers_it_and_is_narrower_for_being_paired(double rho)
    {
        var truth = TruthOfDifference(rho);
        var (covered, paired, apart) = (0, 0.0, 0.0);

        for (var trial = 0; trial < Trials; trial++)
        {
            var (first, second, labels) = Rows(800, rho, (ulong)trial + 1);
            var interval = BlockBootstrap.Difference(first, second, labels, Metric.LogLoss, Coarse(null));
            covered += interval.Lower <= truth && truth <= interval.Upper ? 1 : 0;
            paired += interval.StandardError;
            var (one, other) = (BlockBootstrap.Interval(first, labels, Metric.LogLoss, Coarse(null)), BlockBootstrap.Interval(second, labels, Metric.LogLoss, Coarse(null)));
            apart += Math.Sqrt((one.StandardError * one.StandardError) + (other.StandardError * other.StandardError));
        }

        ((double)covered / Trials).ShouldBeInRange(0.86, 0.99);
        paired.ShouldBeLessThan(0.8 * apart);
    }

    [Fact]
    public void Row_by_row_the_standard_error_is_that_of_the_textbook()
    {
        var (scores, _, labels) = Rows(1000, 0, 3);

        var interval = BlockBootstrap.Interval(scores, labels, Metric.Accuracy, new BootstrapOptions(2000, BlockLength: 1));

        interval.Estimate.ShouldBe(Evaluator.Evaluate(scores, labels).Accuracy);
        (interval.StandardError / Math.Sqrt(interval.Estimate * (1 - interval.Estimate) / 1000)).ShouldBeInRange(0.93, 1.07);
        interval.BlockLength.ShouldBe(1);
    }

    [Theory]
    [InlineData(BlockScheme.Circular)]
    [InlineData(BlockScheme.Moving)]
    public void The_same_seed_gives_the_same_interval_and_another_seed_another(BlockScheme scheme)
    {
        var (scores, _, labels) = Rows(300, 0.9, 1);
        ConfidenceInterval Draw(ulong seed) => BlockBootstrap.Interval(scores, labels, Metric.Auc, new BootstrapOptions(200, BlockLength: 7, Scheme: scheme, Seed: seed));

        Draw(5).ShouldBe(Draw(5));
        Draw(6).ShouldNotBe(Draw(5));
    }

    [Fact]
    public void A_moving_block_never_runs_over_the_end_and_a_circular_one_does()
    {
        // Right answers at both ends only: a moving block of half the rows reaches one of them at most.
        byte[] labels = [.. Enumerable.Repeat((byte)1, 20)];
        var scores = Enumerable.Range(0, 20).Select(i => i is < 5 or >= 15 ? 0.9 : 0.1).ToArray();
        ConfidenceInterval Extremes(BlockScheme scheme) => BlockBootstrap.Interval(scores, labels, Metric.Accuracy, new BootstrapOptions(500, 0.99, 10, scheme));

        Extremes(BlockScheme.Moving).Upper.ShouldBe(0.5);
        Extremes(BlockScheme.Circular).Upper.ShouldBeGreaterThan(0.5);
    }

    [Fact]
    public void Equal_models_differ_by_nothing()
    {
        var (scores, _, labels) = Rows(200, 0.5, 2);

        var interval = BlockBootstrap.Difference(scores, scores, labels, Metric.Auc);

        (interval.Estimate, interval.Lower, interval.Upper, interval.StandardError).ShouldBe((0, 0, 0, 0));
    }

    [Theory]
    [InlineData(1, 0.95, null, "resamples")]
    [InlineData(100, 1.0, null, "level")]
    [InlineData(100, double.NaN, null, "level")]
    [InlineData(100, 0.95, 0, "block length")]
    public void What_makes_no_interval_is_refused_by_name(int resamples, double level, int? length, string named)
    {
        Should.Throw<ArgumentException>(() => BlockBootstrap.Interval([0.5, 0.4], [1, 0], Metric.Brier, new BootstrapOptions(resamples, level, length))).Message.ShouldContain(named);
    }

    [Fact]
    public void A_block_longer_than_the_series_is_the_series()
    {
        BlockBootstrap.Interval([0.5, 0.4], [1, 0], Metric.Brier, new BootstrapOptions(20, BlockLength: 50)).BlockLength.ShouldBe(2);
    }

    private static BootstrapOptions Coarse(int? length) => new(200, BlockLength: length);

    private static double Coverage(Metric metric, double rho, double truth, int? length)
    {
        var covered = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var (scores, _, labels) = Rows(1000, rho, (ulong)trial + 1);
            var interval = BlockBootstrap.Interval(scores, labels, metric, Coarse(length));
            covered += interval.Lower <= truth && truth <= interval.Upper ? 1 : 0;
        }

        return (double)covered / Trials;
    }

    private static double Truth(Metric metric, double rho)
    {
        var (scores, _, labels) = Rows(200_000, rho, 1_000_003);
        return Of(metric, scores, labels);
    }

    private static double TruthOfDifference(double rho)
    {
        var (first, second, labels) = Rows(200_000, rho, 1_000_003);
        return Of(Metric.LogLoss, second, labels) - Of(Metric.LogLoss, first, labels);
    }

    private static double Of(Metric metric, double[] scores, byte[] labels)
    {
        var result = Evaluator.Evaluate(scores, labels);
        return metric switch
        {
            Metric.Accuracy => result.Accuracy,
            Metric.BalancedAccuracy => result.BalancedAccuracy,
            Metric.Auc => result.Auc,
            Metric.AveragePrecision => result.AveragePrecision,
            Metric.LogLoss => result.LogLoss,
            _ => result.Brier,
        };
    }

    /// <summary>A world whose mood comes and goes: with it the label follows the input more or less closely, so errors come in spells.</summary>
    private static (double[] First, double[] Second, byte[] Labels) Rows(int count, double rho, ulong seed)
    {
        var random = new SplitMix64(seed);
        var (first, second, labels) = (new double[count], new double[count], new byte[count]);
        var mood = random.NextNormal();
        for (var i = 0; i < count; i++)
        {
            mood = (rho * mood) + (Math.Sqrt(1 - (rho * rho)) * random.NextNormal());
            var (x, noise) = (random.NextNormal(), random.NextNormal());
            labels[i] = random.NextDouble() < Deterministic.Sigmoid((1 + (1.5 * mood)) * x) ? (byte)1 : (byte)0;
            first[i] = Deterministic.Sigmoid(x);
            second[i] = Deterministic.Sigmoid(x + (0.3 * noise));
        }

        return (first, second, labels);
    }
}
