using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Tests;

public sealed class ConceptDriftTests
{
    [Fact]
    public async Task A_changed_concept_is_learned_from_the_rows_since_the_change_and_refitted_as_they_double()
    {
        await using var fleet = await Fleet.StartAsync(new World(2) { Weights = row => row < 5_000 ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, -0.5] });
        await fleet.ServeAsync(3_500);
        fleet.Report(FindingKinds.RealisedPerformance, onset: 5_050);
        await fleet.DrainAsync();

        await fleet.ServeAsync(5_500);

        foreach (var d in fleet.Bus.Published) TestContext.Current.SendDiagnosticMessage("{0}", d.Message);
        foreach (var e in fleet.State.Experiments) TestContext.Current.TestOutputHelper!.WriteLine(e.ToString());
        foreach (var d in fleet.Bus.Published) TestContext.Current.TestOutputHelper!.WriteLine(d.Message.ToString()!);
        TestContext.Current.TestOutputHelper!.WriteLine($"{fleet.Accuracy(2000,5000)} {fleet.Accuracy(5000,6000)} {fleet.Accuracy(6000,7000)} {fleet.Accuracy(7000,8000)} {fleet.Accuracy(8000,9000)} {fleet.Accuracy(9000,11000)}");
        fleet.Decisions.Select(decision => decision.Action).ShouldBe([DecisionActions.Retrain]);
        fleet.State.Champion!.Trigger.ShouldBe("performance");
        fleet.Accuracy(8_000, 11_000).ShouldBeGreaterThan(0.75);
    }
}
