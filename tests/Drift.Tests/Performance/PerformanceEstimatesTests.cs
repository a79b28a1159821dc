using MonitoringDemo.Drift.Performance;

namespace MonitoringDemo.Drift.Tests.Performance;

public sealed class PerformanceEstimatesTests
{
    public static TheoryData<PerformanceMetric> Metrics => [.. Enum.GetValues<PerformanceMetric>()];

    [Theory]
    [MemberData(nameof(Metrics))]
    public void With_probabilities_of_0_and_1_the_estimate_is_the_metric_itself(PerformanceMetric metric)
    {
        double[] certain = [1, 0, 1, 1, 0, 0];
        double[] scores = [0.9, 0.8, 0.7, 0.3, 0.2, 0.1];
        byte[] predicted = [1, 1, 1, 0, 0, 0];

        var estimate = PerformanceEstimates.Estimate(metric, certain, scores, predicted);

        estimate.ShouldBe(PerformanceEstimates.Realise(metric, [1, 0, 1, 1, 0, 0], scores, predicted), 1e-12);
        estimate.ShouldBe(metric == PerformanceMetric.RocAuc ? 7.0 / 9 : metric == PerformanceMetric.AveragePrecision ? (1 + 2.0 / 3 + 0.75) / 3 : 2.0 / 3, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Rows_without_a_finite_score_are_left_out_and_without_any_row_there_is_no_answer_and_no_alert(PerformanceMetric metric)
    {
        double[] scores = [0.9, double.NaN, 0.4, 0.2];
        var estimator = new PerformanceEstimator([0.9, 0.4, 0.2, 0.8], [1, 0, 1, 0], [1, 0, 0, 1], chunkSize: 4);

        var with = PerformanceEstimates.Estimate(metric, scores, scores, [1, 1, 0, 0]);
        var without = PerformanceEstimates.Estimate(metric, [0.9, 0.4, 0.2], [0.9, 0.4, 0.2], [1, 0, 0]);
        var nothing = estimator.Estimate([double.NaN, double.PositiveInfinity], [1, 0])[(int)metric];

        with.ShouldBe(without);
        PerformanceEstimates.Estimate(metric, [], [], []).ShouldBe(double.NaN);
        (nothing.Value, nothing.IsAlert).ShouldBe((double.NaN, false));
    }

    [Fact]
    public void One_class_or_equal_scores_are_answered_without_an_exception_or_an_alert()
    {
        var estimator = new PerformanceEstimator([0.7, 0.7, 0.7], [1, 1, 1], [1, 1, 1], chunkSize: 2);

        var estimates = estimator.Estimate([0.7, 0.7], [1, 1]);

        estimates.Count.ShouldBe(7);
        estimates.Where(estimate => estimate.Metric != PerformanceMetric.Accuracy).ShouldAllBe(estimate => !estimate.IsAlert);
        estimates[(int)PerformanceMetric.RocAuc].Value.ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void The_order_of_tied_rows_does_not_matter()
    {
        double[] calibrated = [0.9, 0.1, 0.4, 0.6];

        var one = PerformanceEstimates.Estimate(PerformanceMetric.RocAuc, calibrated, [0.5, 0.5, 0.5, 0.2], [1, 1, 1, 0]);
        var two = PerformanceEstimates.Estimate(PerformanceMetric.RocAuc, [0.4, 0.9, 0.1, 0.6], [0.5, 0.5, 0.5, 0.2], [1, 1, 1, 0]);

        two.ShouldBe(one, 1e-12);
    }

    [Fact]
    public void Lengths_that_differ_and_scores_that_are_no_probability_are_refused_by_name()
    {
        Should.Throw<ArgumentException>(() => PerformanceEstimates.Estimate(PerformanceMetric.F1, [0.5], [0.5, 0.6], [1])).Message.ShouldContain("one of each per row");
        Should.Throw<ArgumentException>(() => new PerformanceEstimator([1.5], [1], [1], 10)).Message.ShouldContain("1.5");
        Should.Throw<ArgumentException>(() => new PerformanceEstimator([], [], [], 10)).Message.ShouldContain("at least one row");
    }
}
