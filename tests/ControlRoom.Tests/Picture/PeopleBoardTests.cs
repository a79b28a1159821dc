using MonitoringDemo.ControlRoom.Picture;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.ControlRoom.Tests.Picture;

public sealed class PeopleBoardTests
{
    private readonly PictureFold _fold = new("hits");

    [Fact]
    public void A_version_waits_until_it_is_released_and_each_approval_is_counted_and_told()
    {
        _fold.Apply(Said(DecisionActions.AwaitApproval, 8100, missing: 2));
        _fold.Apply(Said(DecisionActions.Approve, 8200, missing: 1, by: "ana"));
        var afterOne = _fold.Status.Waiting.ShouldHaveSingleItem();
        _fold.Apply(Said(DecisionActions.Approve, 8200, missing: 0, by: "ben"));

        _fold.Apply(new ReleaseChanged("hits", "hits-8012", 2, 8225, new ModelReference(1, "a", "binned-logistic", 0, 5000), new ModelReference(2, "b", "binned-logistic", 0, 5000), ReleaseStages.Shadow, "Approved."));

        afterOne.ShouldBe(new WaitingShown(2, "hits-8012", 8100, 1, "Because."));
        _fold.Status.Waiting.ShouldBeEmpty();
        _fold.Whole.Feed!.Select(line => line.Title).ShouldBe(["Model 2 waits", "Model 2 approved by ana", "Model 2 approved by ben"]);
    }

    [Fact]
    public void A_version_that_is_refused_waits_no_more()
    {
        _fold.Apply(Said(DecisionActions.AwaitApproval, 8100, missing: 1));

        _fold.Apply(Said(DecisionActions.Reject, 8200, by: "ana"));

        _fold.Status.Waiting.ShouldBeEmpty();
    }

    [Fact]
    public void A_freeze_is_shown_until_its_end_and_one_that_comes_late_changes_nothing()
    {
        _fold.Apply(Said(DecisionActions.Freeze, 8100, by: "olga"));
        var frozen = _fold.Status.Freeze;
        _fold.Apply(Said(DecisionActions.Unfreeze, 8300, by: "ana"));

        _fold.Apply(Said(DecisionActions.Freeze, 8200, by: "olga"));

        frozen.ShouldBe(new FreezeShown(8100, "olga", "Because."));
        _fold.Status.Freeze.ShouldBeNull();
    }

    private static DecisionMade Said(string action, long row, int? missing = null, string? by = null) => new("hits", "hits-8012", row, action, "Because.", [], Version: 2, By: by, Missing: missing);
}
