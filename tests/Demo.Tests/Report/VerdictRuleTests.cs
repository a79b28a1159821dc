using MonitoringDemo.Demo.Report;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.Tests.Report;

public sealed class VerdictRuleTests
{
    public static TheoryData<string, string> Failures => new()
    {
        { "nothing served", "nothing was served" },
        { "lost", "1 lost where none may be" },
        { "doubled", "2 doubled where none may be" },
        { "failed", "3 failed where none may be" },
        { "failed with a reason", "the first failure: connection refused" },
        { "not found", "no data-quality finding about duration_ms was found" },
        { "wrong feature", "no data-quality finding about duration_ms was found" },
        { "found too early", "no data-quality finding about duration_ms was found" },
        { "found too late", "data-quality finding about duration_ms was found 201 rows after the onset instead of within 200" },
        { "forbidden finding", "1 forbidden data-drift finding (the first at row 6000 about energy)" },
        { "not rejected", "nobody decided 'reject' by the gate 'quality'" },
        { "another gate", "nobody decided 'reject' by the gate 'quality'" },
        { "rejected too late", "'reject' by the gate 'quality' came 501 rows after the onset instead of within 500" },
        { "forbidden action", "the forbidden action 'retrain' was taken 1 times (first at row 9000)" },
        { "watched too often", "'watch' was decided 2 times, at most 1 are tolerated" },
        { "no promotion", "0 promotions instead of at least 1" },
        { "too many promotions", "3 promotions where at most 2 are right" },
        { "no better than static", "the fleet is 0.050 above the static twin instead of 0.100" },
        { "fell", "accuracy went from 0.800 to 0.770, more than 0.020" },
        { "below the oracle", "5000 rows after the onset the fleet has 0.780 where an oracle has 0.820, more than 0.030 below" },
        { "still open", "1 findings still held 500 rows after the mend (the first data-quality at row 8100)" },
        { "cleared too late", "1 findings still held 500 rows after the mend (the first data-quality at row 8100)" },
        { "not back", "accuracy came back to 0.700 after the mend where it was 0.800" },
        { "trained on broken rows", "5 broken rows are in a training snapshot" },
        { "nobody alerted", "nobody was alerted" },
    };

    [Fact]
    public void A_run_that_does_everything_right_passes_and_says_what_it_showed()
    {
        var verdict = VerdictRule.Judge(Reports.Manifest, Reports.Good, Reports.Facts);

        verdict.Passed.ShouldBeTrue(verdict.Why);
        verdict.DelayRows.ShouldBe(100);
        verdict.Why.ShouldBe(
            "Found 100 rows after the onset; the gate 'quality' decided to reject; 1 promotion; "
            + "fleet 0.800 beside static 0.650; 0.800 beside an oracle's 0.820 once recovered; nothing lost, doubled or failed.");
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public void Each_thing_gone_wrong_fails_and_is_named(string what, string why)
    {
        var (report, facts) = Spoil(what);

        var verdict = VerdictRule.Judge(Reports.Manifest, report, facts);

        verdict.Word.ShouldBe("fail");
        verdict.Why.ShouldContain(why, Case.Insensitive);
    }

    [Fact]
    public void A_version_that_was_trained_for_another_reason_than_the_right_one_is_told()
    {
        var wanted = Reports.Good.Models.Single(model => model is { Version: > 1, PromotedAtRow: not null });

        var right = VerdictRule.Judge(Reports.Manifest with { Trigger = wanted.Trigger }, Reports.Good, Reports.Facts);
        var wrong = VerdictRule.Judge(Reports.Manifest with { Trigger = "code" }, Reports.Good, Reports.Facts);

        right.Passed.ShouldBeTrue();
        wrong.Why.ShouldBe($"Version {wanted.Version} was trained for '{wanted.Trigger}' where 'code' is the right trigger.");
    }

    [Fact]
    public void A_column_that_had_to_be_named_and_was_not_is_told()
    {
        var manifest = Reports.Manifest with { Budget = Reports.Manifest.Budget with { ColumnNoticed = "remixes" } };

        var verdicts = new[] { Reports.Facts, Reports.Facts with { ColumnsNoticed = ["remix"] }, Reports.Facts with { ColumnsNoticed = ["remix", "remixes"] } }
            .Select(facts => VerdictRule.Judge(manifest, Reports.Good, facts));

        verdicts.Select(verdict => verdict.Passed).ShouldBe([false, false, true]);
        VerdictRule.Judge(manifest, Reports.Good, Reports.Facts).Why.ShouldBe("The added column 'remixes' was not named.");
    }

    [Fact]
    public void What_comes_before_the_second_of_two_has_begun_does_not_answer_it()
    {
        var found = Reports.Manifest with { RequiredFindings = [Reports.Manifest.RequiredFindings[0] with { After = 150 }] };
        var done = Reports.Manifest with { RequiredActions = [Reports.Manifest.RequiredActions[0] with { After = 450 }] };

        var verdicts = new[] { found, done }.Select(manifest => VerdictRule.Judge(manifest, Reports.Good, Reports.Facts).Why);

        verdicts.ShouldBe(["No data-quality finding about duration_ms was found.", "Nobody decided 'reject' by the gate 'quality'."]);
    }

    [Fact]
    public void What_happened_in_the_warm_up_counts_for_nothing()
    {
        var report = Reports.Good with
        {
            Findings = [Reports.Finding(4999, FindingKinds.DataDrift, "energy"), .. Reports.Good.Findings],
            Decisions = [Reports.Decision(4999, DecisionActions.Retrain), .. Reports.Good.Decisions],
        };

        VerdictRule.Judge(Reports.Manifest, report, Reports.Facts with { ClearedAt = [null, 10_000] }).Passed.ShouldBeTrue();
    }

    private static (RunReport Report, RunFacts Facts) Spoil(string what)
    {
        var (good, facts) = (Reports.Good, Reports.Facts);
        return what switch
        {
            "nothing served" => (good with { Counts = good.Counts with { Predictions = 0 } }, facts),
            "lost" => (good with { Counts = good.Counts with { Lost = 1 } }, facts),
            "doubled" => (good with { Counts = good.Counts with { Doubled = 2 } }, facts),
            "failed" => (good with { Counts = good.Counts with { Failed = 3 } }, facts),
            "failed with a reason" => (good with { Counts = good.Counts with { Failed = 3 } }, facts with { FirstFailure = "connection refused" }),
            "not found" => (good with { Findings = [] }, facts with { ClearedAt = [] }),
            "wrong feature" => (Found(8100, "tempo"), facts),
            "found too early" => (Found(7999, "duration_ms"), facts),
            "found too late" => (Found(8201, "duration_ms"), facts),
            "forbidden finding" => (good with { Findings = [Reports.Finding(6000, FindingKinds.DataDrift, "energy"), .. good.Findings] }, facts with { ClearedAt = [6500, 10_000] }),
            "not rejected" => (good with { Decisions = [] }, facts),
            "another gate" => (good with { Decisions = [Reports.Decision(8300, DecisionActions.Reject, "finite")] }, facts),
            "rejected too late" => (good with { Decisions = [Reports.Decision(8501, DecisionActions.Reject, "quality")] }, facts),
            "forbidden action" => (Decided(Reports.Decision(9000, DecisionActions.Retrain)), facts),
            "watched too often" => (Decided(Reports.Decision(5000, DecisionActions.Watch), Reports.Decision(9000, DecisionActions.Watch)), facts),
            "no promotion" => (good with { Models = [Reports.Model(1, 5000)] }, facts),
            "too many promotions" => (good with { Models = [.. Enumerable.Range(1, 4).Select(v => Reports.Model(v, 9000))] }, facts),
            "no better than static" => (good with { Accuracy = good.Accuracy with { Static = 0.75 } }, facts),
            "fell" => (good, facts with { AccuracyAfter = 0.77 }),
            "below the oracle" => (good, facts with { FleetBesideOracle = 0.78 }),
            "still open" => (good, facts with { ClearedAt = [null] }),
            "cleared too late" => (good, facts with { ClearedAt = [10_501] }),
            "not back" => (good, facts with { AccuracyAfterMend = 0.70 }),
            "trained on broken rows" => (good, facts with { BrokenRowsTrainedOn = 5 }),
            "nobody alerted" => (good, facts with { AlertRows = [7999] }),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "not a way to spoil a run"),
        };

        RunReport Found(long row, string feature) => good with { Findings = [Reports.Finding(row, FindingKinds.DataQuality, feature)] };

        RunReport Decided(params ReportDecision[] more) => good with { Decisions = [.. good.Decisions, .. more] };
    }
}
