using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.StandBy;
using MonitoringDemo.ServiceDefaults.StandBy;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Tests.StandBy;

public sealed class StandByTests
{
    private readonly Turn _turn = new();

    [Fact]
    public async Task What_was_trained_under_a_holding_that_is_over_is_refused_and_the_next_holding_trains_it_anew()
    {
        await using var fleet = await OrderedAsync();

        _turn.Newest = 2;
        await fleet.PumpAsync();
        var (refused, holds) = (Ended(fleet), _turn.Fence);
        (_turn.Fence, _turn.Newest) = (3, 3);
        await fleet.DrainAsync();

        (refused, holds).ShouldBe((0, null));
        Ended(fleet).ShouldBe(1);
        fleet.State.Decisions.Count(decision => decision.Action == DecisionActions.Retrain).ShouldBe(1);
    }

    [Fact]
    public async Task One_that_stands_by_knows_what_the_other_has_done_and_does_not_do_it_again()
    {
        await using var fleet = await OrderedAsync();
        (_turn.Fence, _turn.Newest) = (null, 2);
        await fleet.PumpAsync();

        var journal = fleet.Get<IJournal>();
        journal.Append(journal.Read()[^1].Seq, fleet.Row, DateTimeOffset.UnixEpoch, [JournalEventTypes.Write(new TrainingEnded("asked", "manual", "failed", "the other has tried", [], "hits"))]);
        (_turn.Fence, _turn.Newest) = (3, 3);
        await fleet.DrainAsync();

        Ended(fleet).ShouldBe(1);
        fleet.State.Pending.ShouldBeNull();
    }

    /// <summary>A fleet in which a training is ordered and has not begun.</summary>
    private async Task<Fleet> OrderedAsync()
    {
        var fleet = await Fleet.StartAsync(new World(12), last: services => services
            .AddKeyedSingleton<ILease>(RetrainingModule.Lease, _turn)
            .AddSingleton(provider => new FencedJournal(fence => _turn.Under(provider.GetRequiredService<IJournal>(), fence))));
        await fleet.ServeAsync(1_000);
        fleet.Receive(new RetrainModel("hits", "asked", "a person", "why not"));
        while (fleet.State.Pending is null) await fleet.PumpAsync();
        return fleet;
    }

    /// <summary>How often the order was carried out.</summary>
    private static int Ended(Fleet fleet) => JournalEntry.In(fleet.Get<IJournal>())
        .Count(entry => entry.Happened is TrainingEnded { UpdateId: "asked" } or VersionRegistered { Version.UpdateId: "asked" });
}
