using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Drift.Monitoring.Performance;
using MonitoringDemo.Learning.Calibration;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Monitoring;

public sealed class EstimateTests
{
    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void Accuracy_is_known_within_2_points_before_a_single_outcome_of_the_rows_has_come(ulong seed)
    {
        var stream = new AnswerStream(seed);
        stream.Serve(4_000, outcomes: true);

        // The model meets harder songs, its scores move to the middle, and outcomes stay away.
        stream.Spread = 0.6;
        stream.Serve(3_000, outcomes: false);

        var estimate = stream.Monitor.Check().Health.Estimate!;
        (estimate.Rows, estimate.Outcomes, estimate.Realised, estimate.IsTrusted).ShouldBe((2_000, 0, null, true));
        estimate.Accuracy.ShouldBe(stream.Realised(2_000), 0.02);
        estimate.Accuracy.ShouldBeLessThan(0.7);
        estimate.StandardError.ShouldBeInRange(0.009, 0.012);
    }

    [Fact]
    public void Realised_accuracy_is_that_of_the_same_rows()
    {
        var stream = new AnswerStream(4);

        stream.Serve(6_000, outcomes: true);

        var estimate = stream.Monitor.Check().Health.Estimate!;
        (estimate.Rows, estimate.Outcomes).ShouldBe((2_000, 2_000));
        estimate.Realised!.Value.ShouldBe(stream.Realised(2_000), 1e-12);
        estimate.Accuracy.ShouldBe(estimate.Realised.Value, 4 * estimate.StandardError);
    }

    [Fact]
    public void After_a_concept_flip_it_says_that_it_cannot_be_trusted_and_makes_no_finding_of_it()
    {
        var stream = new AnswerStream(5);
        stream.Serve(5_000, outcomes: true);
        var before = stream.Monitor.Check();

        stream.IsFlipped = true;
        stream.Serve(200, outcomes: true);

        var after = stream.Monitor.Check();
        before.Health.Estimate!.IsTrusted.ShouldBeTrue();
        after.Health.Estimate!.IsTrusted.ShouldBeFalse();
        after.Health.Estimate.Evidence.ShouldBeGreaterThanOrEqualTo(100);
        stream.Monitor.Open.ShouldAllBe(finding => finding.Kind == DriftFindingKind.RealisedPerformance);
    }

    [Fact]
    public void Another_champion_is_estimated_by_its_own_outcomes()
    {
        var stream = new AnswerStream(6);
        stream.Serve(5_000, outcomes: true);
        stream.IsFlipped = true;
        stream.Serve(500, outcomes: true);

        stream.Promote();
        var atOnce = stream.Monitor.Check().Health.Estimate;
        stream.Serve(1_900, outcomes: true);
        var early = stream.Monitor.Check().Health.Estimate;
        stream.Serve(200, outcomes: true);

        atOnce.ShouldBeNull();
        early.ShouldBeNull();
        var estimate = stream.Monitor.Check().Health.Estimate!;
        (estimate.IsTrusted, estimate.Rows).ShouldBe((true, 2_000));
        // What used to be right is wrong now, and this model has learned how much.
        estimate.Accuracy.ShouldBe(stream.Realised(2_000), 0.03);
    }

    [Fact]
    public void Without_outcomes_there_is_no_estimate()
    {
        var stream = new AnswerStream(7);

        stream.Serve(5_000, outcomes: false);

        stream.Monitor.Check().Health.Estimate.ShouldBeNull();
    }

    [Fact]
    public void Scores_that_are_no_probabilities_are_passed_over()
    {
        var stream = new AnswerStream(8) { Odd = row => row % 3 == 0 ? double.NaN : row % 7 == 0 ? 1.5 : null };

        stream.Serve(8_000, outcomes: true);

        var estimate = stream.Monitor.Check().Health.Estimate!;
        (estimate.Rows, estimate.Outcomes, estimate.IsTrusted).ShouldBe((2_000, 2_000, true));
    }

    [Theory]
    [InlineData(1_500)]
    [InlineData(3_333)]
    public void It_resumes_while_it_gathers_and_while_it_estimates(int rows)
    {
        var (whole, resumed) = (new AnswerStream(9), new AnswerStream(9));
        foreach (var stream in new[] { whole, resumed }) stream.Serve(rows, outcomes: true);

        resumed.Resume();
        foreach (var stream in new[] { whole, resumed }) stream.Serve(3_000, outcomes: true);

        resumed.Monitor.Check().Health.Estimate.ShouldBe(whole.Monitor.Check().Health.Estimate);
        resumed.Monitor.Save().Bytes.ShouldBe(whole.Monitor.Save().Bytes);
    }

    [Theory]
    [InlineData(0.5, -1.0)]
    [InlineData(0.5, 1.0)]
    [InlineData(1.0, 0.0)]
    [InlineData(2.0, -1.0)]
    [InlineData(2.0, 1.0)]
    public void The_table_is_as_near_to_the_calibrator_as_it_says(double slope, double intercept)
    {
        var calibrator = new Logistic(slope, intercept);
        var table = new CalibratedScores(calibrator);

        var (inner, outer) = (0.0, 0.0);
        for (var i = 0; i <= 40_960; i++)
        {
            var off = Math.Abs(table.Of(i / 40_960.0) - calibrator.Calibrate(i / 40_960.0));
            if (i is > 10 and < 40_950) inner = Math.Max(inner, off);
            else outer = Math.Max(outer, off);
        }

        inner.ShouldBeLessThan(0.0015);
        outer.ShouldBeLessThan(0.012);
        table.Of(-0.1).ShouldBe(double.NaN);
        table.Of(double.NaN).ShouldBe(double.NaN);
    }

    private sealed class Logistic(double slope, double intercept) : ICalibrator
    {
        public string Method => "logistic";

        public double Calibrate(double score)
        {
            var p = Math.Clamp(score, 1e-16, 1 - 1e-16);
            return Deterministic.Sigmoid((slope * Deterministic.Log(p / (1 - p))) + intercept);
        }

        public byte[] ToArtifact() => [];
    }
}
