using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Drift.Monitoring.Plan;

namespace MonitoringDemo.Drift.Tests.Monitoring;

public sealed class PlannedTestTests
{
    // The monitor's own evidence stays out of sight.
    private static readonly MonitorOptions Deaf = new() { LeastPsi = 100, LeastBaselineOutcomes = 100_000, BaselineOutcomes = 100_000 };

    [Theory]
    [InlineData("adwin")]
    [InlineData("kolmogorov-smirnov")]
    public void With_a_stated_false_alarm_rate_a_test_makes_findings_under_its_own_name(string test)
    {
        var watched = Watch(new PlannedTest { Test = test, On = "energy", RowsToFalseAlarm = 100_000 }).RunTo(8_000);

        watched.World.Change = row => row[SongWorld.Energy] = Math.Min(1, row[SongWorld.Energy] + 0.4);
        watched.RunTo(9_500);

        var finding = watched.Findings.First();
        (finding.Kind, finding.Feature, finding.Detector).ShouldBe((DriftFindingKind.DataDrift, "energy", test));
        finding.Row.ShouldBeInRange(8_000, 9_200);
        finding.Summary.ShouldContain(test);
    }

    [Fact]
    public void Without_one_it_only_advises_until_it_is_silent_again()
    {
        var watched = Watch(new PlannedTest { Test = "kolmogorov-smirnov", On = "tempo" }).RunTo(8_000);

        watched.World.Change = row => row[SongWorld.Tempo] += 60;
        watched.RunTo(9_500);
        var advice = watched.Monitor.Advice;
        watched.World.Change = null;
        watched.RunTo(12_500);

        advice.ShouldHaveSingleItem().ShouldSatisfyAllConditions(said => said.Test.ShouldBe("kolmogorov-smirnov"), said => said.On.ShouldBe("tempo"));
        watched.Findings.ShouldBeEmpty();
        watched.Monitor.Advice.ShouldBeEmpty();
    }

    [Fact]
    public void A_detector_of_ones_own_watches_the_answers_and_its_finding_outlives_a_change_of_model()
    {
        var watched = Watch(new PlannedTest { Test = "fall-of-accuracy", On = PlannedTest.Error, RowsToFalseAlarm = 1e6 }).RunTo(8_000);

        watched.World.ErrorRate = 0.9;
        watched.RunTo(8_500);
        watched.Promote(5_000, 8_500);
        watched.RunTo(8_600);

        var finding = watched.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Feature, finding.Detector).ShouldBe((DriftFindingKind.RealisedPerformance, null, "fall-of-accuracy"));
        watched.Monitor.Open.ShouldHaveSingleItem().Id.ShouldBe(finding.Id);
    }

    [Fact]
    public void Saved_and_resumed_it_goes_on_as_if_nothing_had_been()
    {
        PlannedTest[] plan = [new() { Test = "fall-of-accuracy", On = PlannedTest.Error, RowsToFalseAlarm = 1e6 }, new() { Test = "adwin", On = PlannedTest.Score }, new() { Test = "kolmogorov-smirnov" }];
        var (straight, halved) = (Watch(plan), Watch(plan));
        foreach (var watched in (Watched[])[straight, halved])
        {
            watched.RunTo(8_000);
            watched.World.ErrorRate = 0.9;
            watched.RunTo(8_230);
        }

        halved.Monitor = ModelMonitor.Resume(halved.Monitor.Save(), SongWorld.Schema, halved.Monitor.Options, catalog: Catalog);
        straight.RunTo(9_000);
        halved.RunTo(9_000);

        halved.Findings.Select(finding => finding.Id).ShouldBe(straight.Findings.Select(finding => finding.Id));
        halved.Monitor.Save().Bytes.ShouldBe(straight.Monitor.Save().Bytes);
    }

    [Theory]
    [InlineData("no-such-test", "tempo", "there is no detector or test 'no-such-test'; known are ")]
    [InlineData("adwin", "tempi", "'adwin' cannot watch 'tempi'")]
    [InlineData("adwin", "mode", "'adwin' cannot watch 'mode'")]
    [InlineData("kolmogorov-smirnov", "error", "'kolmogorov-smirnov' cannot watch 'error'")]
    public void What_cannot_be_watched_is_refused_by_name(string test, string on, string reason) =>
        Should.Throw<ArgumentException>(() => Watch(new PlannedTest { Test = test, On = on })).Message.ShouldContain(reason);

    [Fact]
    public void A_monitor_of_another_plan_does_not_take_over_the_state()
    {
        var saved = Watch().RunTo(6_000).Monitor.Save();

        var refused = Should.Throw<InvalidDataException>(() => ModelMonitor.Resume(saved, SongWorld.Schema, Deaf with { Tests = [new PlannedTest { Test = "adwin", On = PlannedTest.Score }] }));

        refused.Message.ShouldContain("another set of options");
    }

    private static TestCatalog Catalog { get; } = new(typeof(FallOfAccuracy).Assembly);

    private static Watched Watch(params PlannedTest[] plan) => new(new SongWorld(4), options: Deaf with { Tests = plan }, catalog: Catalog);
}
