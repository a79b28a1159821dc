using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Retraining.Tests.Decide;

public sealed class IncidentStateTests
{
    [Fact]
    public void Inputs_that_moved_and_do_no_harm_are_no_reason_to_train_sooner()
    {
        var moved = new IncidentState("hits-1") { Open = [Found(FindingKinds.DataDrift, 700)] };

        moved.HurtsSince.ShouldBe(700);
        (moved with { Watched = true }).HurtsSince.ShouldBeNull();
    }

    [Fact]
    public void What_hurts_is_as_old_as_its_newest_finding()
    {
        var incident = new IncidentState("hits-1") { Watched = true, Open = [Found(FindingKinds.RealisedPerformance, 600), Found(FindingKinds.LabelFlow, 650), Found(FindingKinds.DataDrift, 700)] };

        incident.HurtsSince.ShouldBe(650);
        (incident with { Open = [] }).HurtsSince.ShouldBeNull();
    }

    private static Finding Found(string kind, long row) => new($"f-{row}", row, kind, null, "test", 1, 0.5, row - 50, row - 50, row, "It was found.");
}
