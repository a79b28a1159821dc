using System.Diagnostics;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Tests;

namespace MonitoringDemo.EndToEnd.Tests.StandBy;

public sealed class RetrainingStandByTests(ITestOutputHelper output)
{
    [Fact]
    public async Task What_was_found_and_asked_for_is_answered_once_though_the_one_that_works_is_killed_and_frozen_in_mid_training()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var flips = new World(12) { Weights = row => row < 5_000 ? [1.5, 1, -1, 0.5] : [-1.5, -1, 1, -0.5] };
        await using var scene = await RetrainingScene.StartAsync(flips, cancellation);
        await using var a = scene.Start("a");
        await a.WorksAsync(cancellation);
        await using var b = scene.Start("b");
        scene.WriteHistory(2_000);
        await scene.UntilAsync(() => scene.Champion == 1, "The first model serves", cancellation);
        await b.StandsByAsync(cancellation);
        (await a.LeaseHeldAsync(cancellation), await b.LeaseHeldAsync(cancellation)).ShouldBe((1, 0));
        // It follows the journal, and may be a look behind.
        await Eventually.Get(async token => await b.ReleaseAsync(token) == 1 ? "known" : null, TimeSpan.FromSeconds(30), "One that stands by says what is in force", cancellation);
        scene.Serve(4_500);
        await scene.FindAsync(FindingKinds.RealisedPerformance, onset: 5_000, cancellation);

        await scene.UntilAsync(() => Started(scene).Contains("performance"), "Training begins", cancellation, rows: 100);
        await a.KillAsync(cancellation);
        Trained(scene).ShouldBe(["seed"], "it was cut short");
        await FollowsAsync("killed", () => scene.Champion == 2, b, scene, cancellation);

        await a.StartAgainAsync();
        await a.StandsByAsync(cancellation);
        await scene.AskToRetrainAsync("first", cancellation);
        await scene.UntilAsync(() => Started(scene).Contains("manual"), "Training begins again", cancellation);
        b.Freeze();
        await scene.AskToRetrainAsync("second", cancellation);
        await FollowsAsync("frozen", () => Trained(scene).Count(trigger => trigger == "manual") == 1, a, scene, cancellation);
        b.Thaw();
        await b.StandsByAsync(cancellation);
        await scene.UntilAsync(() => Trained(scene).Count(trigger => trigger == "manual") == 2, "What was asked for meanwhile is done", cancellation, rows: 100);

        output.WriteLine(b.Output.Contains("is refused", StringComparison.Ordinal) ? "What the frozen one had begun was refused." : "The frozen one had begun nothing.");
        var journal = scene.Journal;
        Started(journal).ShouldBe(["seed", "performance", "manual", "manual"]);
        Trained(scene).ShouldBe(["seed", "performance", "manual", "manual"]);
        journal.OfType<FindingsReceived>().Count().ShouldBe(1);
        journal.OfType<Decided>().Where(decided => decided.Decision.Action == DecisionActions.Retrain).Select(decided => decided.Decision.UpdateId).ShouldBe(["hits-5000", "first", "second"]);
        scene.Heard.Of<RetrainingStarted>().Select(started => started.Trigger).ShouldBe(Started(journal));
        scene.Heard.Of<ReleaseChanged>().Select(change => change.Sequence).ShouldBeUnique();
    }

    private static IEnumerable<string> Started(RetrainingScene scene) => scene.Heard.Of<RetrainingStarted>().Select(started => started.Trigger);

    private static IEnumerable<string> Started(IReadOnlyList<JournalEvent> journal) => journal.OfType<TrainingRequested>().Select(requested => requested.Order.Trigger);

    /// <summary>What became of each order, in their order.</summary>
    private static List<string> Trained(RetrainingScene scene) =>
        [.. scene.Journal.Select(happened => happened switch { VersionRegistered registered => registered.Version.Trigger, TrainingEnded ended => ended.Trigger, _ => null }).OfType<string>()];

    private async Task FollowsAsync(string blow, Func<bool> isDone, DecidingProcess next, RetrainingScene scene, CancellationToken cancellationToken)
    {
        var since = Stopwatch.StartNew();
        await next.WorksAsync(cancellationToken);
        var works = since.Elapsed;
        await scene.UntilAsync(isDone, $"The other has done what the one that was {blow} had begun", cancellationToken);
        output.WriteLine($"One is {blow} in mid-training: the other works after {works.TotalSeconds:0.0} s, and has done what was begun after {since.Elapsed.TotalSeconds:0.0} s.");
    }
}
