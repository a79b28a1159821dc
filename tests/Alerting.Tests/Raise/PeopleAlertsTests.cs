using MonitoringDemo.Alerting.Raise;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Alerting.Tests.Raise;

public sealed class PeopleAlertsTests
{
    private const string Incident = "hits-8012";

    private readonly AlertingState _state = new();

    [Fact]
    public void A_version_that_waits_for_two_is_an_alert_until_the_second_has_approved()
    {
        var raised = Apply(Said(DecisionActions.AwaitApproval, 8100, missing: 2)).ShouldHaveSingleItem().Alert;
        var afterOne = Apply(Said(DecisionActions.Approve, 8200, missing: 1));

        var afterTwo = Apply(Said(DecisionActions.Approve, 8300, missing: 0));

        (raised.Name, raised.Severity, raised.Owner).ShouldBe(("ApprovalAwaited", "warning", "model-owner"));
        afterOne.ShouldBeEmpty();
        afterTwo.ShouldHaveSingleItem().Alert.ResolvedAtRow.ShouldBe(8300);
    }

    [Fact]
    public void A_version_that_is_refused_or_lapses_waits_no_more_and_its_rejection_is_told()
    {
        Apply(Said(DecisionActions.AwaitApproval, 8100, missing: 1));

        var changes = Apply(Said(DecisionActions.Reject, 8300));

        changes.Select(change => (change.Alert.Name, change.Raised)).ShouldBe([("ApprovalAwaited", false), ("CandidateRejected", true)]);
    }

    [Fact]
    public void A_version_that_waits_for_the_end_of_a_freeze_is_nobodys_to_answer()
    {
        var changes = Apply(Said(DecisionActions.AwaitApproval, 8100, missing: 0));

        changes.ShouldBeEmpty();
    }

    [Fact]
    public void A_freeze_is_an_alert_until_releases_go_on_whoever_said_which()
    {
        var raised = Apply(Said(DecisionActions.Freeze, 8100, updateId: "freeze-1"));
        var longer = Apply(Said(DecisionActions.Freeze, 8200, updateId: "freeze-2"));

        var ended = Apply(Said(DecisionActions.Unfreeze, 8300, updateId: "unfreeze-3"));

        raised.Concat(longer).ShouldAllBe(change => change.Raised && change.Alert.Name == "ReleasesFrozen" && change.Alert.Severity == "info");
        ended.Count.ShouldBe(2);
        _state.Alerts.ShouldAllBe(alert => alert.ResolvedAtRow == 8300);
    }

    private static DecisionMade Said(string action, long row, int? missing = null, string updateId = Incident) => new("hits", updateId, row, action, "Because.", [], Version: 2, By: "ana", Missing: missing);

    private IReadOnlyList<AlertChange> Apply(object message) => EventsToAlerts.Apply(_state, message);
}
