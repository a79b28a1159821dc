using MonitoringDemo.ControlRoom.Picture;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.ControlRoom.Tests.Picture;

public sealed class FeedChangesTests
{
    private readonly PictureFold _fold = new("hits");

    private IReadOnlyList<FeedEntry> Feed => _fold.Whole.Feed!;

    [Fact]
    public void Findings_of_one_change_are_one_entry_that_is_over_with_the_last_of_them()
    {
        Apply(Story.Found("a", 8100), Story.Found("b", 8300, feature: "energy"), Story.Found("c", 9000, feature: "tempo"), Story.Found("d", 9100, feature: "key"));
        Apply(Story.Cleared("a", 9200), Story.Cleared("b", 9300), Story.Cleared("c", 9400));
        var before = Feed.ShouldHaveSingleItem();
        Apply(Story.Cleared("d", 9300));

        before.EndedAtRow.ShouldBeNull();
        before.Title.ShouldBe("Inputs moved: loudness, energy and 2 more");
        before.Text.ShouldBe("4 inputs are unlike the songs that the model learned from, since about song 8,012: loudness, energy, tempo, key.");
        before.Detail.ShouldBe("loudness has moved. energy has moved. tempo has moved. key has moved.");
        Feed.ShouldHaveSingleItem().EndedAtRow.ShouldBe(9400);
    }

    [Fact]
    public void What_is_found_much_later_or_after_the_end_or_of_another_kind_is_another_entry()
    {
        Apply(Story.Found("a", 8100), Story.Found("b", 9101, feature: "energy"), Story.Found("c", 9101, kind: FindingKinds.DataQuality));
        Apply(Story.Cleared("b", 9150), Story.Found("d", 9200, feature: "energy"));

        Feed.Select(entry => entry.Id).ShouldBe(["a", "b", "c", "d"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_finding_and_its_alert_are_one_entry_whichever_comes_first(bool alertFirst)
    {
        object[] messages = [Story.Found("f1", 8100, kind: FindingKinds.RealisedPerformance, feature: null), Story.Raised("a", 8100)];
        Apply(alertFirst ? [messages[1], messages[0]] : messages);
        Apply(Story.Resolved("a", 9000), Story.Raised("a", 8100), Story.Found("f1", 8100, kind: FindingKinds.RealisedPerformance, feature: null));

        var entry = Feed.ShouldHaveSingleItem();
        (entry.Kind, entry.Title).ShouldBe((FeedKinds.Finding, "Accuracy fell"));
        entry.Alert.ShouldBe(new AlertShown("a", "PerformanceDropped", "critical", "model-owner", 8100, 9000, "It rose."));
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(0, 2, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 0, 1)]
    [InlineData(2, 1, 0)]
    public void A_roll_back_its_alert_and_its_release_are_one_entry_in_whatever_order_they_come(int first, int second, int third)
    {
        object[] messages =
        [
            Story.Decided(DecisionActions.RollBack, 9300, 7, "probation"),
            Story.Raised("a", 9300, "ModelRolledBack"),
            Story.Released(4, 6, ReleaseStages.RolledBack, 9300, reason: "Because."),
        ];

        Apply(messages[first], messages[second], messages[third]);
        Apply(messages);

        var entry = Feed.ShouldHaveSingleItem();
        (entry.Kind, entry.Title, entry.Text).ShouldBe((FeedKinds.Decision, "Model 7 taken back", "Because."));
        (entry.Alert!.Id, entry.Served!.Version).ShouldBe(("a", 6));
    }

    [Fact]
    public void A_restore_and_what_it_makes_serve_are_one_entry_that_answers_the_finding()
    {
        Apply(Story.Found("f1", 8100, kind: FindingKinds.RealisedPerformance, feature: null));

        Apply(Story.Decided(DecisionActions.Restore, 8300, 2, null, "f1"), Story.Released(4, 2, ReleaseStages.Restored, 8300, reason: "Because."));

        Feed.Count.ShouldBe(2);
        (Feed[1].Title, Feed[1].Served!.Version).ShouldBe(("Bring model 2 back", 2));
        Feed[1].Answers.ShouldBe([new AnsweredShown("f1", "Accuracy fell", 8100)]);
    }

    [Fact]
    public void A_challenger_that_is_released_at_once_is_one_entry_and_names_the_findings_that_it_answers()
    {
        Apply(Story.Decided(DecisionActions.Replace, 8300, 5, null, "f1"), Story.Released(4, 5, ReleaseStages.Promoted, 8300), Story.Found("f1", 8100));

        var replaced = Feed.Single(entry => entry.Kind == FeedKinds.Decision);
        (replaced.Title, replaced.Text, replaced.Served!.Version).ShouldBe(("Replace the model by one trained on the newest songs", "Because. Better.", 5));
        replaced.Answers.ShouldHaveSingleItem().Id.ShouldBe("f1");
    }

    [Fact]
    public void A_promotion_answers_its_decision_and_a_roll_back_the_promotion()
    {
        Apply(Story.Decided(DecisionActions.Retrain, 8300), Story.Released(2, 2, ReleaseStages.Promoted, 8700));

        Apply(Story.Decided(DecisionActions.RollBack, 9300, 2, "probation"), Story.Released(3, 1, ReleaseStages.RolledBack, 9300, reason: "Because."));

        Feed.Select(entry => entry.Title).ShouldBe(["Train a new model", "Model 2 promoted", "Model 2 taken back"]);
        Feed[1].Answers.ShouldHaveSingleItem().Title.ShouldBe("Train a new model");
        Feed[2].Answers.ShouldHaveSingleItem().Title.ShouldBe("Model 2 promoted");
    }

    [Fact]
    public void A_promotion_without_a_decision_answers_what_was_found_in_its_story()
    {
        Apply(Story.Found("f1", 8100), Story.Released(2, 2, ReleaseStages.Promoted, 8700));

        Feed[1].Answers.ShouldHaveSingleItem().Id.ShouldBe("f1");
    }

    [Fact]
    public void A_refused_candidate_answers_the_decision_that_trained_it()
    {
        Apply(Story.Decided(DecisionActions.Retrain, 8300), Story.Decided(DecisionActions.Reject, 8700, 2, "quality"), Story.Raised("a", 8700, "CandidateRejected"));

        Feed.Count.ShouldBe(2);
        (Feed[1].Tag, Feed[1].Alert!.Name).ShouldBe(("gate: quality", "CandidateRejected"));
        Feed[1].Answers.ShouldHaveSingleItem().Row.ShouldBe(8300);
    }

    [Fact]
    public void Every_action_has_words_of_its_own()
    {
        foreach (var (action, i) in DecisionActions.All.Select((action, i) => (action, i)))
            Apply(Story.Decided(action, 8000 + i));

        Feed.Select(entry => entry.Title).ShouldBeUnique();
        Feed.Select(entry => entry.Title).ShouldNotContain(title => DecisionActions.All.Contains(title));
        Feed.Single(entry => entry.Topic == DecisionActions.Watch).Title.ShouldBe("Watch, do not retrain");
    }

    [Fact]
    public void The_page_says_of_broken_songs_that_they_are_still_answered()
    {
        Apply(Story.Decided(DecisionActions.Quarantine, 8100));

        Feed.ShouldHaveSingleItem().Text.ShouldEndWith("The songs are still answered, with the values as they come.");
    }

    [Fact]
    public void An_open_alert_stays_however_much_else_is_told()
    {
        Apply(Story.Found("f1", 8100, kind: FindingKinds.RealisedPerformance), Story.Raised("a", 8100));

        for (var row = 10_000; row < 10_000 + (3 * FeedLines.Bound); row++)
            Apply(Story.Decided(DecisionActions.Watch, row));

        Feed.Count.ShouldBe(FeedLines.Bound);
        new PictureFold("hits", _fold.Whole).OpenAlerts.ShouldBe(["a"]);
    }

    [Fact]
    public void An_alert_about_nothing_else_in_the_feed_is_an_entry_of_its_own()
    {
        Apply(Story.Raised("a", 8100, "ModelLoadFailed"), Story.Resolved("a", 8400));

        var entry = Feed.ShouldHaveSingleItem();
        (entry.Kind, entry.Title, entry.EndedAtRow).ShouldBe((FeedKinds.Alert, "Model load failed", 8400L));
    }

    private void Apply(params object[] messages)
    {
        foreach (var message in messages)
            _fold.Apply(message);
    }
}
