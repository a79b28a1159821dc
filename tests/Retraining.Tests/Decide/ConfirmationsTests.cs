using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.Retraining.Tests.Decide;

public sealed class ConfirmationsTests
{
    [Theory]
    [InlineData(FindingKinds.DataDrift)]
    [InlineData(FindingKinds.RealisedPerformance)]
    public async Task A_finding_that_is_cleared_while_it_is_being_confirmed_is_forgotten_though_another_story_goes_on(string kind)
    {
        await using var fleet = await Fleet.StartAsync(new World(1));
        await fleet.ServeAsync(1_000);
        await fleet.ReportAsync(FindingKinds.LabelFlow, onset: 2_950);
        var finding = await fleet.ReportAsync(kind, onset: 2_900);
        await fleet.ServeAsync(500);

        await fleet.ClearAsync(finding, endedAtRow: fleet.Row);

        await fleet.ServeAsync(1_500);
        fleet.State.Incidents.Values.Count(incident => incident.State.Open.Count > 0).ShouldBe(1);
        fleet.State.Versions.Count.ShouldBe(1);
    }
}
