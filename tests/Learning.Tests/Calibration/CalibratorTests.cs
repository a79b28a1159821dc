using MonitoringDemo.Learning.Calibration;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Learning.Tests.Calibration;

public sealed class CalibratorTests
{
    [Fact]
    public void Violators_are_pooled_equal_scores_averaged_and_what_lies_between_is_interpolated()
    {
        var calibrator = IsotonicCalibrator.Fit([0.1, 0.4, 0.4, 0.5, 0.8], [0, 1, 0, 0, 1]);

        calibrator.Scores.ShouldBe([0.1, 0.4, 0.5, 0.8]);
        calibrator.Probabilities.ShouldBe([0.0, 1.0 / 3, 1.0 / 3, 1.0]);
        calibrator.Calibrate(0.0).ShouldBe(0.0);
        calibrator.Calibrate(0.25).ShouldBe(1.0 / 6, 1e-15);
        calibrator.Calibrate(0.65).ShouldBe(2.0 / 3, 1e-15);
        calibrator.Calibrate(0.9).ShouldBe(1.0);
    }

    [Theory]
    [InlineData("isotonic")]
    [InlineData("platt")]
    public void Calibration_takes_back_overconfidence_on_rows_that_it_has_not_seen(string method)
    {
        var (scores, labels) = Overconfident(seed: 1, rows: 5_000);
        var (newScores, newLabels) = Overconfident(seed: 2, rows: 5_000);
        var calibrator = Fit(method, scores, labels);

        var before = ReliabilityTable.EqualMass(newScores, newLabels).ExpectedCalibrationError;
        var after = ReliabilityTable.EqualMass([.. newScores.Select(calibrator.Calibrate)], newLabels).ExpectedCalibrationError;

        before.ShouldBeGreaterThan(0.08);
        after.ShouldBeLessThan(0.03);
    }

    [Theory]
    [InlineData("isotonic")]
    [InlineData("platt")]
    public void Odd_rows_still_give_probabilities(string method)
    {
        var (extreme, extremeLabels) = (new double[] { 0, 1, 0, 1 }, new byte[] { 0, 1, 1, 0 });
        (double[], byte[])[] oddities = [([0.5], [1]), ([0.3, 0.3, 0.3], [0, 1, 1]), ([0.2, 0.7], [1, 1]), (extreme, extremeLabels), ([0.1, 0.9], [0, 1]), ([1e-310, 3e-310], [0, 1])];
        foreach (var (scores, labels) in oddities)
        {
            var calibrator = Fit(method, scores, labels);

            foreach (var score in new[] { 0.0, 2e-310, 1e-300, 0.3, 0.5, 1.0 })
                calibrator.Calibrate(score).ShouldBeInRange(0, 1);
            calibrator.Calibrate(double.NaN).ShouldBe(double.NaN);
        }
    }

    [Theory]
    [InlineData("isotonic")]
    [InlineData("platt")]
    public void The_order_of_the_rows_and_a_second_run_change_nothing_that_matters(string method)
    {
        var (scores, labels) = Overconfident(seed: 3, rows: 500);

        var (one, two) = (Fit(method, scores, labels), Fit(method, scores, labels));
        Array.Reverse(scores);
        Array.Reverse(labels);
        var backwards = Fit(method, scores, labels);

        two.ToArtifact().ShouldBe(one.ToArtifact());
        backwards.Calibrate(0.37).ShouldBe(one.Calibrate(0.37), 1e-9);
    }

    [Theory]
    [InlineData(new double[0], new byte[0], "at least one row")]
    [InlineData(new[] { 0.5, double.NaN }, new byte[] { 0, 1 }, "score of row 1")]
    [InlineData(new[] { 0.5, 1.5 }, new byte[] { 0, 1 }, "between 0 and 1")]
    [InlineData(new[] { 0.5, 0.6 }, new byte[] { 0, 2 }, "label of row 1 is 2")]
    public void Rows_that_cannot_be_used_are_refused_by_name(double[] scores, byte[] labels, string complaint)
    {
        Should.Throw<ArgumentException>(() => IsotonicCalibrator.Fit(scores, labels)).Message.ShouldContain(complaint);
        Should.Throw<ArgumentException>(() => PlattCalibrator.Fit(scores, labels)).Message.ShouldContain(complaint);
        Should.Throw<ArgumentException>(() => ReliabilityTable.EqualMass(scores, labels)).Message.ShouldContain(complaint);
    }

    internal static ICalibrator Fit(string method, double[] scores, byte[] labels) =>
        method == "isotonic" ? IsotonicCalibrator.Fit(scores, labels) : PlattCalibrator.Fit(scores, labels);

    internal static (double[] Scores, byte[] Labels) Overconfident(ulong seed, int rows)
    {
        var random = new SplitMix64(seed);
        var (scores, labels) = (new double[rows], new byte[rows]);
        for (var i = 0; i < rows; i++)
        {
            var logOdds = 1.2 * random.NextNormal();
            scores[i] = Deterministic.Sigmoid(2.5 * logOdds);
            labels[i] = random.NextDouble() < Deterministic.Sigmoid(logOdds) ? (byte)1 : (byte)0;
        }

        return (scores, labels);
    }
}
