using MonitoringDemo.Alerting.Raise;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Alerting.Tests.Raise;

public sealed class EventsToAlertsTests
{
    private const string Incident = "hits-8012";

    private readonly AlertingState _state = new();

    public static TheoryData<string> Kinds => [.. FindingKinds.All];

    [Theory]
    [InlineData(FindingKinds.DataQuality, "DataQualityBroken", "critical", "data-owner")]
    [InlineData(FindingKinds.DataDrift, "InputsDrifted", "info", "model-owner")]
    [InlineData(FindingKinds.RealisedPerformance, "PerformanceDropped", "critical", "model-owner")]
    [InlineData(FindingKinds.LabelFlow, "LabelFlowBroken", "warning", "platform")]
    [InlineData(FindingKinds.Staleness, "ModelStale", "info", "model-owner")]
    public void Every_kind_of_finding_reaches_the_one_who_can_act(string kind, string name, string severity, string owner)
    {
        var changes = Apply(Reported(8100, Found("f1", kind)));

        var alert = changes.ShouldHaveSingleItem().Alert;
        (alert.Name, alert.Severity, alert.Owner).ShouldBe((name, severity, owner));
    }

    [Fact]
    public void No_kind_of_finding_is_forgotten()
    {
        FindingKinds.All.ShouldAllBe(kind => AlertRules.ForFinding(kind) != null);
    }

    [Fact]
    public void Findings_of_one_kind_and_story_are_one_alert()
    {
        Apply(Reported(8100, Found("f1", FindingKinds.DataQuality, "duration_ms")));

        var again = Apply(Reported(8200, Found("f2", FindingKinds.DataQuality, "tempo")));

        again.ShouldBeEmpty();
        var alert = _state.Alerts.ShouldHaveSingleItem();
        (alert.Repeats, alert.LastRow).ShouldBe((1, 8200L));
    }

    [Fact]
    public void Two_stories_are_two_alerts()
    {
        Apply(Reported(8100, Found("f1", FindingKinds.DataQuality)));

        Apply(new FindingsReported("hits", "hits-9000", 9100, [Found("f2", FindingKinds.DataQuality)]));

        _state.Alerts.Select(a => a.AlertId).ShouldBe(["hits-8012/DataQualityBroken", "hits-9000/DataQualityBroken"]);
    }

    [Fact]
    public void An_alert_is_resolved_when_the_last_finding_behind_it_has_cleared()
    {
        Apply(Reported(8100, Found("f1", FindingKinds.DataQuality, "a"), Found("f2", FindingKinds.DataQuality, "b")));

        var first = Apply(Cleared(8300, "f1"));
        var last = Apply(Cleared(8400, "f2"));

        first.ShouldBeEmpty();
        var change = last.ShouldHaveSingleItem();
        (change.Raised, change.Alert.ResolvedAtRow).ShouldBe((false, 8400L));
    }

    [Fact]
    public void What_comes_again_after_it_was_resolved_is_a_new_alert()
    {
        Apply(Reported(8100, Found("f1", FindingKinds.DataQuality)));
        Apply(Cleared(8300, "f1"));

        var again = Apply(Reported(8500, Found("f3", FindingKinds.DataQuality)));

        again.ShouldHaveSingleItem().Alert.AlertId.ShouldBe("hits-8012/DataQualityBroken#2");
    }

    [Fact]
    public void An_end_that_comes_in_before_its_finding_resolves_the_alert_as_soon_as_it_is_raised()
    {
        Apply(Cleared(8300, "f1"));

        var changes = Apply(Reported(8100, Found("f1", FindingKinds.DataQuality)));

        changes.Select(c => c.Raised).ShouldBe([true, false]);
        _state.Alerts.ShouldHaveSingleItem().ResolvedAtRow.ShouldBe(8300);
        _state.EndedFirst.ShouldBeEmpty();
    }

    [Fact]
    public void An_end_that_comes_in_first_leaves_the_alert_to_the_other_findings_behind_it()
    {
        Apply(Cleared(8300, "f1"));

        Apply(Reported(8100, Found("f1", FindingKinds.DataQuality, "a"), Found("f2", FindingKinds.DataQuality, "b")));

        var alert = _state.Alerts.ShouldHaveSingleItem();
        alert.IsOpen.ShouldBeTrue();
        alert.OpenFindings.ShouldBe(["f2"]);
    }

    [Fact]
    public void A_hold_ends_with_a_story_whose_end_came_in_first()
    {
        Apply(Cleared(9000, "f1"));
        Apply(new DecisionMade("hits", Incident, 8100, DecisionActions.Hold, "Labels have stopped.", ["f1"]));

        Apply(Reported(8100, Found("f1", FindingKinds.LabelFlow)));

        _state.Alerts.ShouldAllBe(alert => alert.ResolvedAtRow == 9000);
    }

    [Fact]
    public void Ends_of_another_story_and_all_but_the_newest_are_not_kept_for_ever()
    {
        Apply(new FindingsCleared("hits", "hits-1", 8300, [new ClearedFinding("f1", FindingKinds.DataQuality, null, 8300)]));
        var elsewhere = Apply(Reported(8100, Found("f1", FindingKinds.DataQuality)));
        for (var i = 0; i < 300; i++)
            Apply(Cleared(9000 + i, $"e{i}"));

        elsewhere.ShouldHaveSingleItem().Raised.ShouldBeTrue();
        _state.EndedFirst.Count.ShouldBe(100);
        _state.EndedFirst[^1].Finding.FindingId.ShouldBe("e299");
    }

    [Fact]
    public void A_failed_load_that_is_read_after_a_later_release_was_loaded_is_over_at_once()
    {
        Apply(Loaded(3, 8600));

        var changes = Apply(new ModelLoadFailed("hits", Incident, 2, 2, "No signature.", "inference-1"));

        changes.Select(change => change.Raised).ShouldBe([true, false]);
    }

    [Fact]
    public void A_failed_load_is_not_answered_by_the_load_of_an_earlier_release_that_is_read_late()
    {
        Apply(new ModelLoadFailed("hits", Incident, 3, 3, "No signature.", "inference-1"));

        var late = Apply(Loaded(2, 8600));
        var later = Apply(Loaded(4, 8700));

        late.ShouldBeEmpty();
        later.ShouldHaveSingleItem().Alert.Resolution.ShouldBe("Inference loads releases again.");
    }

    [Fact]
    public void A_failed_load_of_one_process_is_not_answered_by_others_that_serve_the_release()
    {
        var failed = new ModelLoadFailed("hits", Incident, 3, 3, "No signature.", "inference-7");

        var raised = Apply(failed);
        var others = Apply(Loaded(3, 8600));
        var own = Apply(Loaded(3, 8600) with { Instance = "inference-7" });

        raised.ShouldHaveSingleItem().Alert.Summary.ShouldStartWith("inference-7 refused model 3");
        others.ShouldBeEmpty();
        own.ShouldHaveSingleItem().Raised.ShouldBeFalse();
    }

    [Fact]
    public void A_promotion_that_was_loaded_resolves_what_was_about_what_the_model_had_learned_and_nothing_else()
    {
        Apply(Reported(8100, Found("f1", FindingKinds.DataDrift), Found("f2", FindingKinds.DataQuality)));
        Apply(Released(2, ReleaseStages.Promoted));

        var changes = Apply(Loaded(2, 8600));

        changes.ShouldHaveSingleItem().Alert.Name.ShouldBe("InputsDrifted");
        _state.Alerts.Single(a => a.IsOpen).Name.ShouldBe("DataQualityBroken");
    }

    [Theory]
    [InlineData(FindingKinds.RealisedPerformance, "Accuracy is back.")]
    public void An_alert_about_performance_outlives_a_change_of_model_and_is_resolved_by_recovery(string kind, string resolution)
    {
        Apply(Reported(8100, Found("f1", kind)));
        Apply(Released(2, ReleaseStages.Promoted));

        var promoted = Apply(Loaded(2, 8600));
        var recovered = Apply(Cleared(9400, "f1", kind));

        promoted.ShouldBeEmpty();
        var alert = recovered.ShouldHaveSingleItem().Alert;
        (alert.ResolvedAtRow, alert.Resolution).ShouldBe((9400L, resolution));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_resolution_says_what_happened(string kind)
    {
        Apply(Reported(8100, Found("f1", kind)));

        var resolved = Apply(Cleared(8300, "f1", kind));

        resolved.ShouldHaveSingleItem().Alert.Resolution!.ShouldNotContain("finding");
    }

    [Theory]
    [InlineData(DecisionActions.Reject)]
    [InlineData(DecisionActions.RollBack)]
    public void An_alert_about_one_attempt_is_over_when_it_is_no_longer_news(string action)
    {
        Apply(new DecisionMade("hits", "manual-1", 8700, action, "Worse than the champion.", [], "quality", 2));

        var early = EventsToAlerts.Age(_state, _ => 13_699, 5_000);
        var late = EventsToAlerts.Age(_state, _ => 13_700, 5_000);
        var again = EventsToAlerts.Age(_state, _ => 20_000, 5_000);

        early.ShouldBeEmpty();
        var alert = late.ShouldHaveSingleItem().Alert;
        (alert.ResolvedAtRow, alert.Resolution).ShouldBe((13_700L, "No longer news: 5,000 songs have passed."));
        again.ShouldBeEmpty();
    }

    [Fact]
    public void What_still_holds_does_not_age()
    {
        Apply(Reported(8100, Found("f1", FindingKinds.RealisedPerformance), Found("f2", FindingKinds.LabelFlow)));
        Apply(new DecisionMade("hits", Incident, 8100, DecisionActions.Hold, "Labels have stopped.", ["f2"]));

        var aged = EventsToAlerts.Age(_state, _ => 1_000_000, 5_000);

        aged.ShouldBeEmpty();
    }

    [Fact]
    public void A_person_can_close_an_alert_and_what_comes_again_is_a_new_one()
    {
        Apply(Reported(8100, Found("f1", FindingKinds.DataQuality)));

        var other = Apply(new CloseAlert("hits", "hits-1/DataQualityBroken", "control-room"));
        var closed = Apply(new CloseAlert("hits", "hits-8012/DataQualityBroken", "control-room"));
        var twice = Apply(new CloseAlert("hits", "hits-8012/DataQualityBroken", "control-room"));
        var again = Apply(Reported(8300, Found("f2", FindingKinds.DataQuality)));

        other.ShouldBeEmpty();
        var alert = closed.ShouldHaveSingleItem().Alert;
        (alert.ResolvedAtRow, alert.Resolution).ShouldBe((8100L, "Closed by control-room."));
        twice.ShouldBeEmpty();
        again.ShouldHaveSingleItem().Alert.AlertId.ShouldBe("hits-8012/DataQualityBroken#2");
    }

    [Fact]
    public void A_shadow_that_was_loaded_resolves_nothing()
    {
        Apply(Reported(8100, Found("f1", FindingKinds.DataDrift)));
        Apply(Released(2, ReleaseStages.Shadow));

        var changes = Apply(Loaded(2, 8600));

        changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_load_that_overtakes_its_release_resolves_once_the_release_is_known()
    {
        Apply(Reported(8100, Found("f1", FindingKinds.DataDrift)));

        var early = Apply(Loaded(2, 8600));
        var late = Apply(Released(2, ReleaseStages.Promoted));

        early.ShouldBeEmpty();
        late.ShouldHaveSingleItem().Raised.ShouldBeFalse();
    }

    [Fact]
    public void A_rejection_stays_open_until_another_candidate_makes_it()
    {
        Apply(new DecisionMade("hits", "manual-1", 8700, DecisionActions.Reject, "Worse than the champion.", [], "quality", 2));
        Apply(Released(3, ReleaseStages.Promoted));

        var changes = Apply(Loaded(3, 9900));

        changes.ShouldHaveSingleItem().Alert.Name.ShouldBe("CandidateRejected");
    }

    [Fact]
    public void A_hold_ends_with_the_story()
    {
        Apply(Reported(8100, Found("f1", FindingKinds.LabelFlow)));
        Apply(new DecisionMade("hits", Incident, 8100, DecisionActions.Hold, "Labels have stopped.", ["f1"]));

        var changes = Apply(Cleared(9000, "f1"));

        changes.Select(c => c.Alert.Name).ShouldBe(["LabelFlowBroken", "PromotionsHeld"]);
    }

    [Fact]
    public void Work_as_usual_is_no_alert()
    {
        string[] usual = [DecisionActions.Watch, DecisionActions.Retrain, DecisionActions.Replace, DecisionActions.Restore, DecisionActions.Quarantine];

        var changes = usual.SelectMany(action => Apply(new DecisionMade("hits", Incident, 8100, action, "Because.", [])));

        changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_failed_load_is_resolved_by_the_next_one_that_works()
    {
        Apply(Reported(8100, Found("f1", FindingKinds.DataDrift)));
        var raised = Apply(new ModelLoadFailed("hits", Incident, 2, 2, "the signature does not match", "inference-1"));

        var resolved = Apply(Loaded(3, 8900));

        (raised.Single().Alert.Owner, raised.Single().Alert.RaisedAtRow).ShouldBe(("platform", 8100L));
        resolved.ShouldHaveSingleItem().Alert.Name.ShouldBe("ModelLoadFailed");
    }

    private IReadOnlyList<AlertChange> Apply(object message) => EventsToAlerts.Apply(_state, message);

    private static FindingsReported Reported(long row, params Finding[] findings) =>
        new("hits", Incident, row, [.. findings.Select(f => f with { Row = row })]);

    private static Finding Found(string id, string kind, string? feature = null) =>
        new(id, 8100, kind, feature, "detector", 1, 0.5, 8012, 8000, 8100, "Something is wrong.");

    private static FindingsCleared Cleared(long row, string id, string kind = FindingKinds.DataQuality) =>
        new("hits", Incident, row, [new ClearedFinding(id, kind, null, row)]);

    private static ReleaseChanged Released(long sequence, string stage)
    {
        var model = new ModelReference((int)sequence, "00", "binned-logistic", 0, 5000);
        return new ReleaseChanged("hits", Incident, sequence, 8600, model, null, stage, "Better.");
    }

    private static ModelLoaded Loaded(long sequence, long row) => new("hits", Incident, sequence, row, (int)sequence, null, "inference-1");
}
