using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.DriftDetection.Tests;
using MonitoringDemo.EndToEnd.Tests.Broker;
using MonitoringDemo.EndToEnd.Tests.LogStream;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.ServiceDefaults.LogStream;

namespace MonitoringDemo.EndToEnd.Tests.StandBy;

public sealed class DriftDetectionStandByTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_finding_is_told_once_though_the_one_that_works_is_killed_frozen_or_stopped_and_the_database_goes_away()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var expected = await ToldByOneAloneAsync();
        await using var database = new PostgresServer();
        await database.InitializeAsync();
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        var registry = await database.CreateDatabaseAsync();
        using var data = new TemporaryDirectory();
        var told = new PublishedFindings();
        await using var receiver = await BusHost.StartAsync($"amqp://guest:guest@127.0.0.1:{broker.Port}/", [typeof(KeepPublishedFindings)], [], cancellation, services: services => services.AddSingleton(told));
        await receiver.IsReadyAsync(cancellation);
        using var world = new SmallWorld(data.PathOf("writer"));
        await using var writer = await LogStreamHost.StartAsync(broker.Port, LogStreamRole.Writes, data.PathOf("writer"), cancellation);
        await using var a = new WatchingProcess("a", data.PathOf("a"), broker.Port, registry);
        await a.WorksAsync(cancellation);
        await using var b = new WatchingProcess("b", data.PathOf("b"), broker.Port, registry);
        await b.StandsByAsync(cancellation);

        world.StepTo(8_000);
        await a.HasSeenAsync(8_000, cancellation);
        (await a.LeaseHeldAsync(cancellation), await b.LeaseHeldAsync(cancellation)).ShouldBe((1, 0));
        world.InSeconds = true;
        world.StepTo(8_500);
        await a.KillAsync(cancellation);
        await FollowsAsync("killed", b, 8_500, cancellation);

        await a.StartAgainAsync();
        await a.StandsByAsync(cancellation);
        world.StepTo(9_000);
        (world.InSeconds, world.ErrorRate) = (false, 0.6);
        b.Freeze();
        world.StepTo(10_000);
        await FollowsAsync("frozen", a, 10_000, cancellation);
        world.ErrorRate = 0.2;
        world.StepTo(11_000);
        b.Thaw();
        await b.StandsByAsync(cancellation);

        await database.StopAsync();
        world.InSeconds = true;
        world.StepTo(12_000);
        await database.StartAsync();
        world.InSeconds = false;
        world.StepTo(14_000);
        var last = await Eventually.Get(
            async token => await a.SeesAsync(14_000, token) ? a : await b.SeesAsync(14_000, token) ? b : null, TimeSpan.FromSeconds(120), "One has seen every row", cancellation);
        last.Stop();
        world.StepTo(14_500);
        await FollowsAsync("stopped", last == a ? b : a, 14_500, cancellation);

        await Eventually.Get(_ => Task.FromResult(Told().Count >= expected.Count ? "all" : null), TimeSpan.FromSeconds(60), "All findings are told", cancellation);
        expected.Count.ShouldBeGreaterThan(3);
        Told().ShouldBe(expected, ignoreOrder: true);
        await SameLogAsync(data, cancellation);

        List<string> Told()
        {
            lock (told) return [.. told.Told];
        }
    }

    private async Task FollowsAsync(string blow, WatchingProcess next, long row, CancellationToken cancellationToken)
    {
        var since = Stopwatch.StartNew();
        await next.WorksAsync(cancellationToken);
        var works = since.Elapsed;
        await next.HasSeenAsync(row, cancellationToken);
        output.WriteLine($"One is {blow}: the other works after {works.TotalSeconds:0.0} s, and has seen every row after {since.Elapsed.TotalSeconds:0.0} s.");
    }

    /// <summary>Positions in one copy mean the same in the other.</summary>
    private static async Task SameLogAsync(TemporaryDirectory data, CancellationToken cancellationToken)
    {
        var written = LogStreamHost.Frames(data.PathOf("writer"));
        await Eventually.Get(
            _ => Task.FromResult(new[] { "a", "b" }.All(name => LogStreamHost.Frames(data.PathOf(name)).Count == written.Count) ? "same" : null),
            TimeSpan.FromSeconds(60),
            "Both copies have every record",
            cancellationToken);
        foreach (var name in new[] { "a", "b" }) LogStreamHost.Frames(data.PathOf(name)).ShouldBe(written, name);
    }

    private static async Task<List<string>> ToldByOneAloneAsync()
    {
        using var data = new TemporaryDirectory();
        using var world = new SmallWorld(data.Path);
        var told = new PublishedFindings();
        await using var house = await DriftHouse.StartAsync(data.Path, told);
        foreach (var (row, then) in new (long, Action)[]
        {
            (8_000, () => world.InSeconds = true), (9_000, () => (world.InSeconds, world.ErrorRate) = (false, 0.6)), (10_000, () => world.ErrorRate = 0.2),
            (11_000, () => world.InSeconds = true), (12_000, () => world.InSeconds = false), (14_500, () => { }),
        })
        {
            while (world.NextRow < row)
            {
                world.StepTo(world.NextRow + 1);
                await house.DrainAsync();
            }

            then();
        }

        return [.. told.Told];
    }
}
