using MonitoringDemo.Demo.Matrix;
using MonitoringDemo.Demo.Report;
using MonitoringDemo.Demo.Tests.Report;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Tests.Matrix;

public sealed class MatrixCellTests
{
    [Fact]
    public void It_says_what_was_found_first_what_was_done_and_how_long_it_took()
    {
        var report = Reports.Good with
        {
            Findings = [Reports.Finding(7_000, FindingKinds.DataDrift, "energy"), Reports.Finding(8_120, FindingKinds.DataQuality, "duration_ms"), Reports.Finding(8_500, FindingKinds.RealisedPerformance, null)],
            Decisions = [Reports.Decision(7_900, DecisionActions.Watch), Reports.Decision(8_150, DecisionActions.Watch), Reports.Decision(8_200, DecisionActions.Quarantine), Reports.Decision(8_300, DecisionActions.Watch)],
            Verdict = "pass",
        };

        var cell = MatrixCell.Of(Reports.Manifest, report, Reports.Facts);

        (cell.FoundBy, cell.FoundAfter).ShouldBe(("data-quality (duration_ms)", 120));
        cell.Response.ShouldBe([DecisionActions.Watch, DecisionActions.Quarantine]);
        cell.RespondedAfter.ShouldBe(200);
        cell.IsRight.ShouldBeTrue();
        cell.LostToOracle!.Value.ShouldBe(2, 1e-9);
    }

    [Fact]
    public void What_was_gained_counts_the_rows_since_the_onset_alone()
    {
        ReportBlock[] blocks = [new(7_000, 0.9, 0.1), .. Enumerable.Range(8, 12).Select(thousand => new ReportBlock(1_000 * thousand, 0.8, thousand < 14 ? 0.8 : 0.6))];

        var cell = MatrixCell.Of(Reports.Manifest, Reports.Good with { Accuracy = new ReportAccuracy(0.8, 0.7, blocks) }, Reports.Facts);

        cell.GainedOverStatic.ShouldBe(10, 1e-9);
    }

    [Fact]
    public void False_are_actions_before_the_onset_forbidden_ones_and_promotions_beyond_what_is_right()
    {
        var report = Reports.Good with
        {
            Decisions = [Reports.Decision(6_000, DecisionActions.Replace), Reports.Decision(6_000, DecisionActions.Watch), Reports.Decision(6_500, DecisionActions.Retrain), Reports.Decision(9_000, DecisionActions.Retrain)],
            Models = [Reports.Model(1, 5_000), Reports.Model(2, 6_000), Reports.Model(3, 7_000), Reports.Model(4, 9_000)],
        };

        var cell = MatrixCell.Of(Reports.Manifest, report, Reports.Facts);

        cell.FalseActions.ShouldBe(4, "a replacement before the onset, two retrainings that are forbidden, and one promotion of three where two are right");
    }
}
