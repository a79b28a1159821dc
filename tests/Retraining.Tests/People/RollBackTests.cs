using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Tests.People;

public sealed class RollBackTests
{
    private static async Task<Fleet> PromotedAsync(params (string Key, string Value)[] settings)
    {
        var fleet = await Persons.OrderedAsync("olga", settings);
        await fleet.ServeAsync(500);
        fleet.State.Champion!.Version.ShouldBe(2);
        return fleet;
    }

    [Fact]
    public async Task What_serves_is_taken_back_under_a_freeze_and_does_not_come_back_by_itself()
    {
        await using var fleet = await PromotedAsync();
        fleet.Receive(Persons.Freezes("ana"));
        fleet.Receive(Persons.TakesBack("olga"));
        await fleet.DrainAsync();
        var release = fleet.State.Release!;

        await fleet.ServeAsync(1_000);

        ReleasePermit.Read(fleet.Get<IBlobStore>(), fleet.Get<ArtifactVerifier>(), release.Change.Sequence).ShouldBe(new ReleasePermit("hits", release.Change.Sequence, 1, release.Change.Champion.Sha256));
        (release.Change.Stage, release.Change.Champion.Version, release.Change.Shadow, release.Phase).ShouldBe((ReleaseStages.RolledBack, 1, null, ReleasePhase.Settled));
        fleet.State.Champion!.Version.ShouldBe(1);
        fleet.State.Version(2).RejectedBecause.ShouldBe("emergency: olga took version 2 back: Complaints. Version 1 serves again.");
        fleet.Decisions.Single(decision => decision.Action == DecisionActions.RollBack).ShouldSatisfyAllConditions(said => said.Gate.ShouldBe("emergency"), said => said.By.ShouldBe("olga"), said => said.Version.ShouldBe(2));
    }

    [Fact]
    public async Task A_canary_is_what_is_taken_back_while_it_answers_and_the_champion_stays()
    {
        await using var fleet = await CanaryAsync();
        fleet.Receive(Persons.Freezes("ana"));
        fleet.Receive(Persons.TakesBack("olga"));

        await fleet.DrainAsync();

        var release = fleet.State.Release!;
        (release.Change.Stage, release.Change.Champion.Version, release.Change.Shadow, release.Change.CanaryShare, release.Phase).ShouldBe((ReleaseStages.RolledBack, 1, null, null, ReleasePhase.Settled));
        fleet.State.Version(1).RejectedBecause.ShouldBeNull();
        fleet.State.Version(2).RejectedBecause.ShouldBe("emergency: olga took version 2, the canary, back: Complaints. Version 1 answers all requests again.");
        fleet.Decisions.Single(decision => decision.Action == DecisionActions.RollBack).Version.ShouldBe(2);
    }

    [Fact]
    public async Task Under_a_freeze_a_canary_answers_no_larger_share()
    {
        await using var fleet = await CanaryAsync();
        fleet.Receive(Persons.Freezes("ana"));
        await fleet.DrainAsync();
        var share = fleet.State.Release!.Change.CanaryShare;

        await fleet.ServeAsync(1_500, 20);
        var frozen = fleet.State.Release!.Change.CanaryShare;
        fleet.Receive(Persons.Unfreezes("ana"));
        await fleet.ServeAsync(40, 20);

        frozen.ShouldBe(share);
        fleet.State.Release!.Change.CanaryShare.ShouldNotBeNull().ShouldBeGreaterThan(share!.Value);
    }

    private static async Task<Fleet> CanaryAsync()
    {
        var fleet = await Persons.OrderedAsync("olga", ("Release:Strategy", "canary"));
        while (fleet.State.Release!.Phase != ReleasePhase.Canary) await fleet.ServeAsync(20, 20);
        return fleet;
    }

    [Fact]
    public async Task Two_who_take_the_same_version_back_take_it_back_once()
    {
        await using var fleet = await PromotedAsync();
        fleet.Receive(Persons.TakesBack("olga", version: 2));
        fleet.Receive(Persons.TakesBack("ana"));
        await fleet.DrainAsync();
        fleet.Receive(Persons.TakesBack("ben", version: 2));

        await fleet.DrainAsync();

        fleet.Bus.Of<ReleaseChanged>().Count(change => change.Stage == ReleaseStages.RolledBack).ShouldBe(1);
        fleet.Decisions[^1].Reason.ShouldBe("Version 2 does not serve: version 1 does. There is nothing to take back.");
    }

    [Theory]
    [InlineData(null, "There is no version to go back to")]
    [InlineData(1, "Version 1 cannot serve instead of version 1")]
    [InlineData(9, "Version 9 cannot serve instead of version 1")]
    public async Task Where_there_is_nothing_to_go_back_to_it_is_said_and_nothing_changes(int? to, string why)
    {
        await using var fleet = await Fleet.StartAsync(new World(3), stores: Persons.Known);
        fleet.Receive(Persons.TakesBack("olga", to: to));

        await fleet.DrainAsync();

        fleet.Decisions.ShouldHaveSingleItem().Reason.ShouldStartWith(why);
        fleet.Bus.Of<ReleaseChanged>().Count().ShouldBe(1);
    }

    [Fact]
    public async Task A_permit_that_a_crash_kept_from_being_signed_is_signed_at_the_next_start()
    {
        await using var fleet = await PromotedAsync();
        fleet.Receive(Persons.TakesBack("olga"));
        await fleet.DrainAsync();
        var sequence = fleet.State.Release!.Change.Sequence;
        var permit = Path.Combine(fleet.Directory, "registry", "permits", $"{sequence}.dsse.json");
        File.Delete(permit);

        fleet.Restart();
        await fleet.DrainAsync();

        File.Exists(permit).ShouldBeTrue();
        Directory.GetFiles(Path.GetDirectoryName(permit)!).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_race_under_way_is_broken_off_by_a_roll_back()
    {
        await using var fleet = await PromotedAsync(("ArchivedVersions", "0"));
        await fleet.ServeAsync(5_000);
        fleet.Receive(new RetrainModel("hits", "hits-second", "olga", "to see", null));
        await fleet.DrainAsync();
        var (phase, champion, shadow) = (fleet.State.Release!.Phase, fleet.State.Champion!.Version, fleet.State.ShadowVersion!.Value);
        fleet.Receive(Persons.TakesBack("olga"));

        await fleet.DrainAsync();

        (phase, champion).ShouldBe((ReleasePhase.Shadow, 2));
        fleet.State.Champion!.Version.ShouldBe(1);
        fleet.State.ShadowVersion.ShouldBeNull();
        fleet.State.Version(shadow).RejectedBecause.ShouldNotBeNull().ShouldStartWith("emergency");
    }
}
