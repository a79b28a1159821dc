using MonitoringDemo.Alerting.Raise;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Inference;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Alerting.Tests.Raise;

public sealed class EventOrderTests
{
    [Fact]
    public void Events_are_applied_by_row_however_the_queues_raced()
    {
        var loaded = new ModelLoaded("hits", "s", 2, 500, 2, null, "i");
        var decided = new DecisionMade("hits", "s", 500, DecisionActions.Reject, "Worse.", []);
        var found = new FindingsReported("hits", "s", 100, []);
        var failed = new ModelLoadFailed("hits", "s", 2, 2, "no", "i");

        var sorted = EventOrder.Sort(new object[] { failed, loaded, decided, found }.Select(m => new ReceivedEvent(Guid.Empty, m)));

        sorted.Select(e => e.Message).ShouldBe([found, decided, loaded, failed]);
    }
}
