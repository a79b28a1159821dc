using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Tests.Monitoring;

public sealed class HeldOutNormTests
{
    private static readonly HeldOutErrors s_oneInFive = new(600, 120);

    [Fact]
    public void A_model_that_is_wrong_from_its_first_answer_on_is_found()
    {
        var watched = new Watched(new SongWorld(1) { ErrorRate = 0.77 }, delay: 0, heldOut: s_oneInFive);

        watched.RunTo(5_500);

        var finding = watched.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Detector).ShouldBe((DriftFindingKind.RealisedPerformance, "held-out-norm"));
        finding.Row.ShouldBeLessThan(5_150);
        finding.Onset.ShouldBeInRange(5_000, 5_010);
        finding.Summary.ShouldContain("it was 20 % on the rows that it was checked on");
    }

    [Fact]
    public void It_is_well_again_where_the_held_out_rows_were()
    {
        var watched = new Watched(new SongWorld(1) { ErrorRate = 0.77 }, delay: 0, heldOut: s_oneInFive).RunTo(6_000);

        watched.World.ErrorRate = 0.2;
        watched.RunTo(8_000);

        watched.Ended.ShouldHaveSingleItem().EndedAtRow.ShouldBeInRange(6_200, 6_500);
        watched.Findings.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(2, 20)]
    [InlineData(3, 12)]
    public void What_held_out_rows_cannot_say_is_no_finding(ulong seed, int percentHeldOut)
    {
        // The luckiest of many candidates looks better than it is, and few rows look like anything.
        var watched = new Watched(new SongWorld(seed) { ErrorRate = 0.22 }, delay: 0, heldOut: new HeldOutErrors(100, percentHeldOut));

        watched.RunTo(25_000);

        watched.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_tenfold_rise_of_a_rare_outcome_and_of_the_errors_is_found()
    {
        var monitor = Rare(rows: 5_000, heldOut: new HeldOutErrors(1_000, 1), out var random);

        Serve(monitor, random, 3_000, share: 0.001);
        var before = monitor.Check().Findings;
        Serve(monitor, random, 9_000, share: 0.01);

        before.ShouldBeEmpty();
        var findings = monitor.Check().Findings;
        findings.Select(finding => (finding.Kind, finding.Detector)).ShouldBe(
            [(DriftFindingKind.RealisedPerformance, "held-out-norm"), (DriftFindingKind.DataDrift, "outcome-share")], ignoreOrder: true);
        // No further back than the newest 5,000 outcomes.
        findings.ShouldAllBe(finding => finding.Onset >= 7_500 && finding.Onset <= 11_500);
        findings.ShouldAllBe(finding => finding.Statistic > finding.Threshold);
    }

    [Fact]
    public void A_rare_outcome_that_stays_as_rare_is_passed_over_in_silence()
    {
        var monitor = Rare(rows: 5_000, heldOut: new HeldOutErrors(1_000, 1), out var random);

        Serve(monitor, random, 60_000, share: 0.001);

        monitor.Check().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_finding_about_outcomes_ends_with_a_model_that_has_learned_from_them()
    {
        var monitor = Rare(rows: 5_000, heldOut: default, out var random);
        Serve(monitor, random, 3_000, share: 0.001);
        Serve(monitor, random, 9_000, share: 0.01);

        monitor.ChangeModel(monitor.NextRow, 2, 9_000, monitor.NextRow);

        monitor.Open.ShouldNotContain(finding => finding.Detector == "outcome-share");
    }

    [Fact]
    public void A_restart_changes_nothing()
    {
        var (whole, resumed) = (Rare(5_000, new HeldOutErrors(1_000, 1), out var random), Rare(5_000, new HeldOutErrors(1_000, 1), out var other));

        Serve(whole, random, 9_000, share: 0.006);
        Serve(resumed, other, 4_321, share: 0.006);
        resumed = ModelMonitor.Resume(resumed.Save(), One);
        Serve(resumed, other, 9_000 - 4_321, share: 0.006);

        resumed.Save().Bytes.ShouldBe(whole.Save().Bytes);
        resumed.Check().Findings.ShouldBe(whole.Check().Findings);
    }

    [Fact]
    public void More_errors_than_rows_are_refused()
    {
        var monitor = new ModelMonitor(One);

        Should.Throw<ArgumentException>(() => monitor.ChangeModel(0, 1, 0, 0, heldOut: new HeldOutErrors(10, 11))).Message.ShouldContain("11 errors on 10 rows");
    }

    private static FeatureSchema One { get; } = new([new Feature("a", FeatureKind.Numeric, [])], "fraud");

    /// <summary>A monitor of a model that always answers 0, after history with one 1 in a thousand rows.</summary>
    private static ModelMonitor Rare(int rows, HeldOutErrors heldOut, out SplitMix64 random)
    {
        random = new SplitMix64(8);
        var monitor = new ModelMonitor(One);
        var (features, labels) = (new double[rows], new byte[rows]);
        for (var i = 0; i < rows; i++) (features[i], labels[i]) = (random.NextNormal(), (byte)(i % 1_000 == 500 ? 1 : 0));
        monitor.AddHistory(0, features, labels: labels);
        monitor.ChangeModel(rows, 1, 0, rows, heldOut: heldOut);
        return monitor;
    }

    private static void Serve(ModelMonitor monitor, SplitMix64 random, int rows, double share)
    {
        for (var i = 0; i < rows; i++)
        {
            var row = monitor.NextRow;
            monitor.AddPredictions(row, [random.NextNormal()], [0.01 * random.NextDouble()], [0.01], monitor.ChampionVersion);
            monitor.AddOutcomes([row], [(byte)(random.NextDouble() < share ? 1 : 0)]);
        }
    }
}
