using MonitoringDemo.Drift.Monitoring;
using MonitoringDemo.Learning.Numerics;

namespace MonitoringDemo.Drift.Tests.Monitoring;

public sealed class ModelMonitorTests
{
    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void A_steady_world_is_passed_over_in_silence(ulong seed)
    {
        var watched = new Watched(new SongWorld(seed));

        watched.RunTo(200_000);

        watched.Findings.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    public void A_jump_in_a_feature_is_found_within_1000_rows_and_nothing_else_is(ulong seed)
    {
        var watched = new Watched(new SongWorld(seed)).RunTo(8_000);

        watched.World.Change = row => row[SongWorld.Energy] = Deterministic.Sigmoid(1.4 + 1.1 * (row[SongWorld.Energy] * 4 - 2));
        watched.RunTo(14_000);

        var finding = watched.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Feature, finding.Detector).ShouldBe((DriftFindingKind.DataDrift, "energy", "shift"));
        finding.Row.ShouldBeLessThan(9_000);
        finding.Statistic.ShouldBeGreaterThanOrEqualTo(finding.Threshold);
        finding.Onset.ShouldBeInRange(7_900, 8_100);
    }

    [Fact]
    public void A_drift_that_is_over_is_cleared()
    {
        var watched = new Watched(new SongWorld(4)).RunTo(8_000);

        watched.World.Change = row => row[SongWorld.Loudness] /= 2;
        watched.RunTo(12_000);
        watched.World.Change = null;
        watched.RunTo(16_000);

        watched.Findings.ShouldHaveSingleItem().Feature.ShouldBe("loudness");
        watched.Ended.ShouldHaveSingleItem().EndedAtRow.ShouldBeInRange(12_000, 13_500);
        watched.Monitor.Open.ShouldBeEmpty();
    }

    [Fact]
    public void A_new_champion_ends_drift_findings_and_brings_its_own_reference()
    {
        var watched = new Watched(new SongWorld(5)).RunTo(8_000);
        watched.World.Change = row => row[SongWorld.Loudness] /= 2;
        watched.RunTo(11_000);

        watched.Promote(8_500, 11_000);
        watched.RunTo(30_000);

        watched.Findings.ShouldHaveSingleItem();
        watched.Ended.ShouldHaveSingleItem().EndedAtRow.ShouldBe(11_000);
    }

    [Theory]
    [InlineData(1UL)]
    [InlineData(2UL)]
    [InlineData(3UL)]
    [InlineData(4UL)]
    public void Errors_that_jump_are_found_within_100_outcomes_and_no_input_is_blamed(ulong seed)
    {
        var watched = new Watched(new SongWorld(seed)).RunTo(8_000);

        watched.World.ErrorRate = 0.6;
        watched.RunTo(10_000);
        watched.World.ErrorRate = 0.2;
        watched.World.ScoreShift = 0.4;
        watched.Promote(8_000, 10_000);
        watched.RunTo(30_000);

        var finding = watched.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Feature).ShouldBe((DriftFindingKind.RealisedPerformance, null));
        finding.Row.ShouldBeLessThan(8_000 + 200 + 150);
        finding.Onset.ShouldBeInRange(7_900, 8_100);
        // It ends with recovery: 300 outcomes of the new model.
        watched.Ended.ShouldHaveSingleItem().EndedAtRow.ShouldBeInRange(10_200, 10_400);
    }

    [Fact]
    public void Errors_that_return_to_normal_are_cleared()
    {
        var watched = new Watched(new SongWorld(6)).RunTo(8_000);

        watched.World.ErrorRate = 0.6;
        watched.RunTo(10_000);
        watched.World.ErrorRate = 0.2;
        watched.RunTo(13_000);

        watched.Ended.ShouldHaveSingleItem().EndedAtRow.ShouldBeInRange(9_900, 10_500);
    }

    [Fact]
    public void Scores_that_move_are_found_without_naming_a_feature()
    {
        var watched = new Watched(new SongWorld(7)).RunTo(8_000);

        watched.World.ScoreShift = 1.5;
        watched.RunTo(10_000);

        var finding = watched.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.Feature, finding.Detector).ShouldBe((DriftFindingKind.DataDrift, null, "prediction-shift"));
        finding.Row.ShouldBeLessThan(9_000);
    }

    [Fact]
    public void How_often_one_looks_changes_nothing()
    {
        var (often, seldom) = (new Watched(new SongWorld(8)) { Pump = 7 }, new Watched(new SongWorld(8)) { Pump = 3_000 });

        foreach (var watched in new[] { often, seldom }) Trouble(watched);

        often.Findings.Count.ShouldBeGreaterThanOrEqualTo(3);
        often.Findings.ShouldBe(seldom.Findings);
        often.Ended.ShouldBe(seldom.Ended);
    }

    [Fact]
    public void It_resumes_in_the_middle_of_a_window_as_if_it_had_never_stopped()
    {
        var (whole, resumed) = (new Watched(new SongWorld(9)) { Pump = 137 }, new Watched(new SongWorld(9)) { Pump = 137 });

        Trouble(whole);
        Trouble(resumed, () => resumed.Monitor = ModelMonitor.Resume(resumed.Monitor.Save(), SongWorld.Schema));

        whole.Findings.Count.ShouldBeGreaterThanOrEqualTo(3);
        resumed.Findings.ShouldBe(whole.Findings);
        resumed.Ended.ShouldBe(whole.Ended);
        resumed.Monitor.Save().Bytes.ShouldBe(whole.Monitor.Save().Bytes);
    }

    [Fact]
    public void A_state_of_other_options_is_refused()
    {
        var state = new Watched(new SongWorld(10)).Monitor.Save();

        Should.Throw<InvalidDataException>(() => ModelMonitor.Resume(state, SongWorld.Schema, new MonitorOptions { Bins = 7 }))
            .Message.ShouldContain("options");
    }

    [Theory]
    [InlineData(12, 0.5, "13 features")]
    [InlineData(13, -0.1, "-0.1")]
    [InlineData(13, double.NaN, "NaN")]
    [InlineData(13, double.PositiveInfinity, "Infinity")]
    public void Importance_that_does_not_fit_the_features_is_refused_by_name_and_changes_nothing(int count, double share, string named)
    {
        var monitor = new ModelMonitor(SongWorld.Schema);
        var importance = Enumerable.Repeat(share, count).ToArray();

        var refused = Should.Throw<ArgumentException>(() => monitor.ChangeModel(0, 1, 0, 0, importance));

        refused.ParamName.ShouldBe("importance");
        refused.Message.ShouldContain(named);
        monitor.ChampionVersion.ShouldBe(0);
    }

    [Fact]
    public void Outcomes_count_once_and_only_for_rows_that_were_served()
    {
        var watched = new Watched(new SongWorld(11));
        watched.Monitor.AddPredictions(5_000, watched.World.NextRow(), [0.9], [0.1], 1);

        watched.Monitor.AddOutcomes([5_000, 5_000, 17, 99_999], [1, 1, 1, 1]);

        watched.Monitor.Check().Health.Accuracy.ShouldBe(new AccuracySince(1, 1, 0));
    }

    [Fact]
    public void Health_names_every_feature_once_a_window_is_full()
    {
        var watched = new Watched(new SongWorld(12));

        watched.RunTo(6_500);

        var health = watched.Report!.Health;
        health.Features.Select(feature => feature.Feature).ShouldBe(SongWorld.Schema.Features.Select(feature => feature.Name));
        health.Features.ShouldAllBe(feature => feature.Score < feature.Threshold && Math.Abs(feature.Current.Sum() - 1) < 1e-9);
        health.Accuracy!.Outcomes.ShouldBe(500);
        watched.Report.Checks.Stable.ShouldBe(2);
    }

    private static void Trouble(Watched watched, Action? between = null)
    {
        foreach (var (row, change) in new (long, Action<SongWorld>)[]
        {
            (7_013, world => world.Change = values => values[SongWorld.Loudness] /= 2),
            (9_020, world => world.Change = values => values[SongWorld.Duration] /= 1000),
            (9_611, world => world.Change = null),
            (12_002, world => world.ErrorRate = 0.6),
            (15_001, _ => { }),
        })
        {
            watched.RunTo(row);
            between?.Invoke();
            change(watched.World);
        }
    }
}
