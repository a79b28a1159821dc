using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Tests.Register;

public sealed class RestartTests
{
    private static World Flips() => new(12) { Weights = row => row < 5_000 ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, -0.5] };

    [Fact]
    public async Task A_story_goes_on_after_a_restart_at_any_step_and_nothing_runs_twice()
    {
        await using var fleet = await Fleet.StartAsync(Flips());
        await fleet.ServeAsync(3_500);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);

        for (var step = 0; step < 8; step++)
        {
            await fleet.StepAsync(500);
            fleet.Restart();
        }

        await fleet.DrainAsync();
        fleet.Decisions.Select(decision => decision.Action).ShouldBe([DecisionActions.Retrain]);
        fleet.State.Champion!.Trigger.ShouldBe("performance");
        fleet.State.Versions.Select(version => version.Version).ShouldBe(Enumerable.Range(1, fleet.State.Versions.Count));
    }

    [Fact]
    public async Task What_the_bus_did_not_take_goes_out_after_a_restart_under_the_same_keys()
    {
        await using var fleet = await Fleet.StartAsync(Flips());
        await fleet.ServeAsync(3_500);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);
        fleet.Bus.IsDown = true;
        await Should.ThrowAsync<IOException>(() => fleet.StepAsync(500));
        var decided = fleet.State.Decisions.ShouldHaveSingleItem();

        fleet.Restart();
        await fleet.PumpAsync();
        var first = fleet.Bus.Published.ToList();
        File.Delete(Path.Combine(fleet.Directory, "registry", "published.json"));
        fleet.Restart();
        await fleet.PumpAsync();

        first[0].Message.ShouldBe(decided, new SameDecision());
        fleet.Bus.Published.Select(published => (published.Message.GetType(), published.Key)).ShouldBeUnique("one message of a type an entry");
        fleet.Bus.Published.ShouldContain(published => published.Key == first[0].Key && published.Message is DecisionMade);
    }

    [Fact]
    public async Task A_release_that_nobody_took_up_is_announced_again_after_a_restart()
    {
        await using var fleet = await Fleet.StartAsync(Flips());
        await fleet.ServeAsync(3_500);
        await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);
        fleet.InferenceIsDown = true;
        await fleet.StepAsync(500);
        var unheard = fleet.Bus.Published.Last(published => published.Message is ReleaseChanged);

        fleet.Restart();
        await fleet.PumpAsync();

        var again = fleet.Bus.Published.ShouldHaveSingleItem();
        again.Key.ShouldBe(unheard.Key);
        again.Message.ShouldBeOfType<ReleaseChanged>().Sequence.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_that_was_acknowledged_but_not_decided_on_survives()
    {
        await using var fleet = await Fleet.StartAsync(Flips(), settings: ("AllowDrills", "true"));
        await fleet.ServeAsync(2_000);
        fleet.Receive(new RetrainModel("hits", "manual-1", "a person", "a drill", "shuffled-labels"));

        fleet.Restart();
        await fleet.DrainAsync();

        fleet.Decisions.Select(decision => decision.Action).ShouldBe([DecisionActions.Retrain, DecisionActions.Reject]);
    }

    [Fact]
    public async Task The_same_seed_writes_the_same_journal_byte_for_byte()
    {
        async Task<byte[]> RunAsync()
        {
            await using var fleet = await Fleet.StartAsync(Flips());
            await fleet.ServeAsync(3_500);
            await fleet.ReportAsync(FindingKinds.RealisedPerformance, onset: 5_000);
            await fleet.ServeAsync(4_000);
            await using var journal = new FileStream(Path.Combine(fleet.Directory, "registry", "journal.jsonl"), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[journal.Length];
            await journal.ReadExactlyAsync(bytes, TestContext.Current.CancellationToken);
            return bytes;
        }

        var first = await RunAsync();
        var second = await RunAsync();

        first.ShouldBe(second);
    }

    private sealed class SameDecision : IEqualityComparer<object>
    {
        public new bool Equals(object? x, object? y) => x is DecisionMade a && y is DecisionMade b && a with { FindingIds = [] } == b with { FindingIds = [] };

        public int GetHashCode(object obj) => 0;
    }
}
