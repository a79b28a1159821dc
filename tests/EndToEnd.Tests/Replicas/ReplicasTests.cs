using System.Diagnostics;
using MonitoringDemo.EndToEnd.Tests.Broker;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests.Replicas;

public sealed class ReplicasTests(ITestOutputHelper output)
{
    private const int Kills = 6;

    [Fact]
    public async Task Three_services_answer_as_one_though_one_after_the_other_is_killed_and_drift_ends_in_a_promotion_that_all_of_them_serve()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await FleetBroker.StartAsync(cancellation);
        using var data = new TemporaryDirectory();
        await using var fleet = await ReplicatedFleet.StartAsync(broker, data, replicas: 3, cancellation);
        using var asked = new AskedSongs(fleet.Balancer);
        await using var words = new AtTheEnd(() => output.WriteLine(fleet.LastWords));
        await fleet.AllServeAsync(_ => true, TimeSpan.FromSeconds(180), "All serve a first model", cancellation);
        using var stop = new CancellationTokenSource();
        var asking = asked.AskAsync(stop.Token, cancellation);

        for (var i = 0; i < Kills; i++)
        {
            await PassAsync(TimeSpan.FromSeconds(3), cancellation);
            await fleet.KillAsync(ReplicatedFleet.NameOf(i % fleet.Replicas), cancellation);
            await PassAsync(TimeSpan.FromSeconds(2), cancellation);
            fleet.Start(ReplicatedFleet.NameOf(i % fleet.Replicas));
        }

        var together = Stopwatch.StartNew();
        var served = await fleet.AllServeAsync(version => version > 1, TimeSpan.FromSeconds(400), "A later version is served by all", cancellation);
        output.WriteLine($"All serve {served}, {together.Elapsed.TotalSeconds:0} s after the last start.");
        await stop.CancelAsync();
        await asking;
        var (drift, retraining) = await CaughtUpAsync(fleet, data, asked, cancellation);

        output.WriteLine($"{asked.Answered.Count} requests answered, {asked.Failed.Count} failed; {drift.Batches.Count} requests in the merged log.");
        asked.Failed.ShouldBeEmpty();
        asked.Answered.Count.ShouldBeGreaterThan(30);
        asked.Answered.Values.Select(id => id[..^12]).Distinct().Count().ShouldBe(3, "each replica answered some");
        drift.Doubled.ShouldBeEmpty();
        drift.SecondOutcomes.ShouldBe(0);
        drift.SongsMissing.ShouldBeEmpty();
        var common = Math.Min(drift.Batches.Count, retraining.Batches.Count);
        retraining.Batches.Take(common).ShouldBe(drift.Batches.Take(common));
    }

    private sealed class AtTheEnd(Action act) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            act();
            return ValueTask.CompletedTask;
        }
    }

    private static async Task PassAsync(TimeSpan time, CancellationToken cancellationToken) => await Task.Delay(time, TimeProvider.System, cancellationToken);

    /// <summary>The copies of both readers, once all that was answered is in them.</summary>
    private static async Task<(MergedLog Drift, MergedLog Retraining)> CaughtUpAsync(ReplicatedFleet fleet, TemporaryDirectory data, AskedSongs asked, CancellationToken cancellationToken)
    {
        var both = await Eventually.Get(
            _ =>
            {
                fleet.NothingEnded();
                var logs = new[] { MergedLog.Read(data.PathOf("drift-detection")), MergedLog.Read(data.PathOf("retraining")) };
                return Task.FromResult(logs.All(log => asked.Answered.Keys.All(log.Rows.ContainsKey) && asked.Reported.All(name => log.Labelled.Contains(log.Rows[name]))) ? logs : null);
            },
            TimeSpan.FromSeconds(120),
            "All that was answered is in both copies, and each reported outcome at its row",
            cancellationToken);
        return (both[0], both[1]);
    }
}
