using MonitoringDemo.ControlRoom.Picture;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Messages.Traffic;

namespace MonitoringDemo.ControlRoom.Tests.Picture;

public sealed class PictureFoldTests
{
    private readonly PictureFold _fold = new("hits");

    [Fact]
    public void Accuracy_is_added_up_per_stretch_of_rows()
    {
        Apply(Story.Health(8040, 40, 30, 20), Story.Health(8090, 50, 40, 25), Story.Health(8110, 20, 10, 10));

        _fold.Whole.Points.ShouldBe([new AccuracyPoint(8100, 90, 70, 45), new AccuracyPoint(8200, 20, 10, 10)]);
    }

    [Fact]
    public void A_version_on_its_way_out_of_use_says_so_and_keeps_it_while_it_serves()
    {
        VersionRetired Told(long sequence, string stage) => new("hits", $"r-{sequence}", sequence, 8_100, 2, stage, DateTimeOffset.UnixEpoch, "Old.");
        Apply(Story.Released(1, 2, ReleaseStages.Promoted, 8_000, null), Told(2, VersionStages.Deprecated), Told(1, VersionStages.Active), Story.Released(2, 3, ReleaseStages.Promoted, 8_200, 2));
        var kept = _fold.Whole.Versions!.Single(version => version.Version == 2).Stage;

        Apply(Told(3, VersionStages.Active));

        (kept, _fold.Whole.Versions!.Single(version => version.Version == 2).Stage).ShouldBe(("deprecated", null));
    }

    [Fact]
    public void A_measurement_that_comes_again_counts_once()
    {
        Apply(Story.Health(8100), Story.Health(8100));

        _fold.Whole.Points!.Single().Outcomes.ShouldBe(100);
    }

    [Fact]
    public void The_newest_estimate_is_shown_also_after_a_restart_and_goes_with_the_champion_it_was_made_for()
    {
        var estimate = new AccuracyEstimated(0.8, 0.01, 2_000, null, 0, false, 150);
        Apply(Story.Health(8100, estimate: estimate with { Trusted = true }), Story.Health(8200, estimate: estimate));

        var restarted = new PictureFold("hits", _fold.Whole);
        Apply(Story.Health(8300, version: 2));

        restarted.Status.Estimate.ShouldBe(estimate);
        _fold.Status.Estimate.ShouldBeNull();
    }

    [Fact]
    public void The_picture_stays_small_however_long_the_fleet_runs()
    {
        for (var row = 100; row <= 100_000; row += 100)
            Apply(Story.Health(row), Story.Found($"f{row}", row, $"hits-{row}"), Story.Trained(row, row), Story.Cleared($"e{row}", row));

        var whole = _fold.Whole;
        whole.Points!.Count.ShouldBe(AccuracyLine.RowsShown / AccuracyLine.RowsPerPoint);
        whole.Story!.Count.ShouldBeLessThanOrEqualTo(StoryLine.PointsAtMost);
        whole.Markers!.Count.ShouldBe(0);
        whole.Feed!.Count.ShouldBe(200);
        whole.Versions!.Count.ShouldBe(40);
        whole.EndedFirst!.Count.ShouldBe(100);
    }

    [Fact]
    public void A_finding_is_told_once_and_marked_when_it_ends()
    {
        Apply(Story.Found("f1", 8100), Story.Found("f1", 8100), Story.Cleared("f1", 8600));

        var entry = _fold.Whole.Feed!.ShouldHaveSingleItem();
        (entry.Title, entry.EndedAtRow).ShouldBe(("Inputs moved: loudness", 8600L));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_end_that_comes_in_before_its_line_is_remembered_also_across_a_restart(bool restart)
    {
        Apply(Story.Cleared("f1", 8600), Story.Resolved("a", 8600));

        var fold = restart ? new PictureFold("hits", _fold.Whole) : _fold;
        fold.Apply(Story.Found("f1", 8100));
        fold.Apply(Story.Raised("a", 8100));
        fold.Apply(Story.Raised("b", 8100));

        fold.Whole.Feed!.Select(line => line.EndedAtRow).ShouldBe([8600, 8600, null]);
        fold.Whole.Feed![1].Alert!.Resolution.ShouldBe("It rose.");
        fold.Status.OpenAlerts.ShouldBe(1);
        fold.OpenAlerts.ShouldBe(["b"]);
        fold.Whole.EndedFirst.ShouldBeEmpty();
    }

    [Fact]
    public void A_promotion_moves_the_crown_and_marks_the_row_from_which_it_serves()
    {
        Apply(Story.Released(1, 1, ReleaseStages.Promoted, 5000), Story.Trained(2, 8600),
            Story.Released(2, 1, ReleaseStages.Shadow, 8600, shadow: 2), Story.Released(3, 2, ReleaseStages.Promoted, 9000), Story.Loaded(3, 2, 9012));

        var whole = _fold.Whole;
        whole.Versions!.Select(v => (v.Version, v.Status)).ShouldBe([(1, VersionStatuses.Retired), (2, VersionStatuses.Champion)]);
        whole.Status.ChampionVersion.ShouldBe(2);
        whole.Markers!.Select(m => (m.Label, m.Row)).ShouldBe([("v1", 5000L), ("v2", 9012L)]);
    }

    [Fact]
    public void A_champion_that_is_watched_in_shadow_after_its_successor_retires_and_one_that_never_served_is_withdrawn()
    {
        Apply(Story.Released(1, 1, ReleaseStages.Promoted, 5000), Story.Released(2, 2, ReleaseStages.Promoted, 8000, shadow: 1),
            Story.Released(3, 2, ReleaseStages.Shadow, 9000, shadow: 3), Story.Released(4, 2, ReleaseStages.Withdrawn, 9500));

        _fold.Whole.Versions!.Select(v => v.Status).ShouldBe([VersionStatuses.Retired, VersionStatuses.Champion, VersionStatuses.Withdrawn]);
    }

    [Fact]
    public void A_canary_stands_on_the_strip_with_its_share_and_one_that_is_taken_back_with_its_gate()
    {
        Apply(Story.Released(1, 1, ReleaseStages.Promoted, 5000), Story.Released(2, 1, ReleaseStages.Canary, 8000, shadow: 2) with { CanaryShare = 0.025 });
        var (canary, during) = (_fold.Canary, _fold.Whole);

        Apply(Story.Decided(DecisionActions.RollBack, 8200, 2, "canary"), Story.Released(3, 1, ReleaseStages.RolledBack, 8200));

        canary.ShouldBe(2);
        during.Versions!.Select(v => (v.Status, v.Note)).ShouldBe([(VersionStatuses.Champion, null), (VersionStatuses.Canary, "answers 2.5 % of the requests")]);
        during.Feed![^1].Title.ShouldBe("Model 2 is a canary: it answers 2.5 % of the requests");
        _fold.Whole.Versions!.Select(v => (v.Status, v.Note)).ShouldBe([(VersionStatuses.Champion, null), (VersionStatuses.RolledBack, "gate: canary")]);
        _fold.Canary.ShouldBeNull();
    }

    [Fact]
    public void A_release_that_comes_late_changes_nothing()
    {
        Apply(Story.Released(1, 1, ReleaseStages.Promoted, 5000), Story.Released(3, 3, ReleaseStages.Promoted, 9000), Story.Released(2, 2, ReleaseStages.Promoted, 8000));

        _fold.Whole.Status.ChampionVersion.ShouldBe(3);
    }

    [Fact]
    public void A_rejected_candidate_stays_on_the_strip_with_the_gate_that_stopped_it()
    {
        Apply(Story.Training(8500), Story.Trained(2, 8600), Story.Decided(DecisionActions.Reject, 8700, 2, "quality"));

        var card = _fold.Whole.Versions!.ShouldHaveSingleItem();
        (card.Status, card.Note).ShouldBe((VersionStatuses.Rejected, "gate: quality"));
        _fold.Whole.Status.Training.ShouldBeNull();
        _fold.Whole.Feed!.Single().Title.ShouldBe("Model 2 rejected");
    }

    [Fact]
    public void A_restored_model_serves_again()
    {
        Apply(Story.Released(1, 1, ReleaseStages.Promoted, 5000), Story.Released(2, 2, ReleaseStages.Promoted, 8000), Story.Released(3, 1, ReleaseStages.Restored, 9000));

        _fold.Whole.Versions!.Select(v => v.Status).ShouldBe([VersionStatuses.Champion, VersionStatuses.Retired]);
        _fold.Whole.Feed![^1].Title.ShouldBe("Model 1 serves again");
    }

    [Fact]
    public void Open_alerts_are_counted_once_each()
    {
        Apply(Story.Raised("a", 8100), Story.Raised("a", 8100), Story.Raised("b", 8200), Story.Resolved("a", 8900));

        _fold.Whole.Status.OpenAlerts.ShouldBe(1);
    }

    [Fact]
    public void A_scenario_that_replaces_another_says_so()
    {
        Apply(Story.Started("decades", 5000), new ScenarioEnded("decades", 8000, "replaced"), Story.Started("taste-flip", 8000, "decades"));

        var scenario = _fold.Whole.Status.Scenario!;
        (scenario.Id, scenario.Replaced, scenario.EndedAtRow).ShouldBe(("taste-flip", "decades", null));
        _fold.Whole.Feed![^1].Text.ShouldBe("It begins with this song and replaces “The decades”.");
    }

    [Fact]
    public void The_end_of_a_scenario_that_was_replaced_does_not_end_the_new_one()
    {
        Apply(Story.Started("decades", 5000), Story.Started("decades", 8000, "decades"), new ScenarioEnded("decades", 7999, "replaced"));

        _fold.Whole.Status.Scenario!.EndedAtRow.ShouldBeNull();
    }

    [Fact]
    public void A_pause_remembers_the_pace_to_go_back_to()
    {
        Apply(new PaceChanged(500, 100), new PaceChanged(0, 200));

        (_fold.Whole.Status.SongsPerSecond, _fold.Whole.Status.ResumeSongsPerSecond).ShouldBe((0, 500));
    }

    [Fact]
    public void A_training_run_shows_what_it_tried_and_is_over()
    {
        Apply(Story.Training(9000), Story.Tried(9500), Story.Tried(9500));

        var run = _fold.Whole.Experiments.ShouldHaveSingleItem();
        (run.Row, run.Trigger, run.Version).ShouldBe((9500, "performance", 2));
        run.Candidates.Select(candidate => candidate.Outcome).ShouldBe([CandidateOutcomes.Lost, CandidateOutcomes.Won]);
        _fold.Whole.Status.Training.ShouldBeNull();
    }

    [Fact]
    public void Only_the_newest_training_runs_are_kept()
    {
        for (var row = 1; row <= 30; row++) Apply(Story.Tried(row));

        _fold.Whole.Experiments!.Select(run => run.Row).ShouldBe(Enumerable.Range(19, 12).Select(row => (long)row));
    }

    [Fact]
    public void Model_1_that_has_to_stand_aside_again_is_the_static_twin_and_not_broken()
    {
        Apply(Story.Released(1, 1, ReleaseStages.Promoted, 5000), Story.Released(2, 2, ReleaseStages.Promoted, 8000), Story.Released(3, 1, ReleaseStages.Restored, 9000, shadow: 2),
            Story.Decided(DecisionActions.RollBack, 9300, 1, "probation"), Story.Released(4, 2, ReleaseStages.RolledBack, 9300));

        var twin = _fold.Whole.Versions!.Single(card => card.Version == 1);
        (twin.Status, twin.Note).ShouldBe((VersionStatuses.Retired, null));
        _fold.Whole.Status.ChampionVersion.ShouldBe(2);
    }

    [Fact]
    public void The_counter_is_never_behind_the_feed_and_no_outcome_is_lost_by_that()
    {
        Apply(Story.Health(8100), Story.Found("f1", 8175), Story.Health(8150));

        _fold.Status.Row.ShouldBe(8175);
        _fold.Whole.Points!.Sum(point => point.Outcomes).ShouldBe(200);
    }

    [Fact]
    public void Broken_data_are_shown_as_long_as_they_come()
    {
        Apply(Story.Found("f1", 8100, kind: FindingKinds.DataQuality, feature: "duration_ms"), Story.Found("f2", 8100));
        var broken = _fold.Whole.Broken!.ShouldHaveSingleItem();

        var restarted = new PictureFold("hits", _fold.Whole);
        var change = restarted.Apply(Story.Cleared("f1", 8600));

        (broken.Feature, broken.SinceRow).ShouldBe(("duration_ms", 8012L));
        change!.Broken.ShouldBe([]);
        restarted.Whole.Broken.ShouldBe([]);
    }

    [Fact]
    public void Broken_data_that_were_mended_before_they_were_told_are_not_shown()
    {
        Apply(Story.Cleared("f1", 8600));

        Apply(Story.Found("f1", 8100, kind: FindingKinds.DataQuality, feature: "duration_ms"));

        _fold.Whole.Broken.ShouldBe([]);
    }

    [Fact]
    public void The_year_and_the_taste_of_the_world_are_shown()
    {
        Apply(new WorldChanged(1989, true, 8100));

        (_fold.Status.Year, _fold.Status.TasteInverted).ShouldBe((1989, true));
    }

    [Fact]
    public void Another_model_is_another_page()
    {
        var change = _fold.Apply(Story.Health(8100, model: "misses"));

        change.ShouldBeNull();
    }

    [Fact]
    public void A_fold_from_a_saved_picture_goes_on_where_it_stopped()
    {
        Apply(Story.Released(1, 1, ReleaseStages.Promoted, 5000), Story.Health(8050), Story.Raised("a", 8050));

        var again = new PictureFold("hits", _fold.Whole);
        again.Apply(Story.Health(8050));
        again.Apply(Story.Raised("a", 8050));
        again.Apply(Story.Released(1, 1, ReleaseStages.Promoted, 5000));

        again.Whole.ShouldBeEquivalentTo(_fold.Whole);
    }

    private void Apply(params object[] messages)
    {
        foreach (var message in messages)
            _fold.Apply(message);
    }
}
