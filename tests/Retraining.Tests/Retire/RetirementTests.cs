using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Tests.People;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Tests.Retire;

public sealed class RetirementTests
{
    private static int s_requests;

    private static RetireVersion Retires(string by, int version, string stage, DateTimeOffset? sunset = null) =>
        new("hits", $"hits-retire-{Interlocked.Increment(ref s_requests)}", version, stage, by, "Nobody asks for it.", sunset);

    private static async Task<string> SayAsync(Fleet fleet, RetireVersion command)
    {
        fleet.Receive(command);
        await fleet.DrainAsync();
        return fleet.Decisions[^1].Reason;
    }

    private static AuditReport Audit(Fleet fleet) => RegistryAudit.Run(fleet.Get<IJournal>(), fleet.Get<IBlobStore>(), fleet.Get<ArtifactVerifier>());

    /// <summary>Version 2 serves, and version 1 did before it.</summary>
    private static async Task<Fleet> TwoAsync(params (string Key, string Value)[] settings)
    {
        var fleet = await Persons.OrderedAsync("olga", settings);
        await fleet.ServeAsync(500);
        fleet.State.Champion!.Version.ShouldBe(2);
        return fleet;
    }

    [Fact]
    public async Task A_version_goes_out_of_use_stage_by_stage_and_its_record_stays()
    {
        await using var fleet = await TwoAsync();
        fleet.Receive(Persons.TakesBack("olga"));
        await fleet.DrainAsync();
        var (gone, blobs) = (fleet.State.Version(2), fleet.Get<IBlobStore>());
        var said = new List<string>();

        foreach (var command in new[]
        {
            Retires("olga", 2, "deprecated"), Retires("ana", 9, "deprecated"), Retires("ana", 2, "gone"), Retires("ana", 2, "archived"), Retires("ana", 2, "deprecated", DateTimeOffset.UnixEpoch),
            Retires("ana", 2, "deprecated"), Retires("ana", 2, "deprecated"), Retires("ana", 2, "archived"), Retires("ana", 2, "deleted"), Retires("ben", 2, "deleted"), Retires("ben", 2, "active"),
        }) said.Add(await SayAsync(fleet, command));

        said.ShouldBe(
        [
            "olga may not make version 2 deprecated: that takes an approver.", "There is no version 9: the newest is 2.", "There is no stage 'gone': active, deprecated, archived, deleted.",
            "Version 2 is active: before it is made archived it has to be deprecated.", "The sunset of version 2 has to be a moment to come, and 1970-01-01 00:00Z is none.",
            said[5], "Version 2 is deprecated already.", "ana made version 2 archived: Nobody asks for it.", "ana may not make version 2 deleted: that takes an admin.",
            "ben made version 2 deleted: Nobody asks for it.", "Version 2 was deleted: its artifact and rows are gone.",
        ]);
        said[5].ShouldStartWith("ana made version 2 deprecated: Nobody asks for it. It may be gone from ");
        fleet.Bus.Of<VersionRetired>().Select(told => (told.Sequence, told.Version, told.Stage, told.By)).ShouldBe([(1, 2, "deprecated", "ana"), (2, 2, "archived", "ana"), (3, 2, "deleted", "ben")]);
        (blobs.Exists(RegistryBlobs.Artifact(gone.Sha256)), blobs.Exists(RegistryBlobs.Envelope(gone.Sha256)), blobs.Exists(RegistryBlobs.Snapshot(gone.DataSetSha256))).ShouldBe((false, false, false));
        ModelView.Of(fleet.State.Version(2), fleet.State).ShouldSatisfyAllConditions(view => view.Sha256.ShouldBe(gone.Sha256), view => view.Retired!.Stage.ShouldBe("deleted"));
        Audit(fleet).ShouldSatisfyAllConditions(report => report.Problems.ShouldBeEmpty(), report => report.Deleted.ShouldBe(1), report => report.Snapshots.ShouldBe(1));
        await ShouldAnswerAsync(fleet, gone.Sha256);
        Should.Throw<AuditException>(() => Reproduction.Of(fleet.Get<IJournal>(), blobs, 2, RetrainingModule.FindTrainers())).Message.ShouldStartWith("Version 2 was deleted at ");
    }

    /// <summary>What a process that takes over says of version 2, which was deleted, and of version 1, which was not.</summary>
    private static async Task ShouldAnswerAsync(Fleet fleet, string sha256)
    {
        var cancellation = TestContext.Current.CancellationToken;
        fleet.Stop();
        await using var app = RetrainingModuleTests.Build(fleet.Directory);
        await app.StartAsync(cancellation);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var answers = new List<(int Status, bool Warned)>();
        foreach (var path in new[] { "v1/models/2", "v1/models/2/bom", "v1/models/2/card", $"v1/artifacts/{sha256}", "v1/models/1", "v1/models/1/card" })
        {
            using var answer = await http.GetAsync(new Uri(path, UriKind.Relative), cancellation);
            answers.Add(((int)answer.StatusCode, answer.Headers.Contains("Deprecation")));
        }

        answers.ShouldBe([(200, true), (200, true), (410, false), (410, false), (200, false), (200, false)]);
        fleet.Restart();
        await fleet.DrainAsync();
    }

    [Fact]
    public async Task What_serves_is_deprecated_and_no_more_and_what_is_needed_stays()
    {
        await using var fleet = await TwoAsync();
        await fleet.ServeAsync(1_000);
        fleet.State.ShadowVersion.ShouldBeNull();

        string[] said =
        [
            await SayAsync(fleet, Retires("ana", 2, "deprecated", DateTimeOffset.MaxValue)), await SayAsync(fleet, Retires("ana", 2, "archived")),
            await SayAsync(fleet, Retires("ana", 1, "deprecated", DateTimeOffset.MaxValue)), await SayAsync(fleet, Retires("ben", 1, "archived")),
        ];

        (said[1], said[3]).ShouldBe(("Version 2 cannot be made archived: it serves.", "Version 1 cannot be made archived: it is the static twin, which is scored on every request."));
        (fleet.State.Champion!.Version, fleet.State.MayServeAgain(1), fleet.State.Retirement.StageOf(1)).ShouldBe((2, false, "deprecated"));
        fleet.Receive(Persons.TakesBack("olga"));
        await fleet.DrainAsync();
        fleet.State.Champion!.Version.ShouldBe(1, "in an emergency also what is deprecated serves");
    }

    [Fact]
    public async Task By_age_a_version_that_nothing_needs_goes_and_what_a_death_left_behind_goes_at_the_next_start()
    {
        await using var fleet = await TwoAsync(("Retirement:KeepVersions", "1"), ("Retirement:ArchiveAfter", "00:00:00"), ("Retirement:DeleteAfter", "00:00:01"));
        var before = fleet.State.Retirement.Moves.Count;
        fleet.Receive(Persons.TakesBack("olga"));
        await fleet.DrainAsync();
        var version = fleet.State.Version(2);
        fleet.Receive(new RetrainModel("hits", "hits-third", "olga", "to see", null));
        await fleet.ServeAsync(6_000);
        var (stage, artifact) = (fleet.State.Retirement.StageOf(2), RegistryBlobs.Artifact(version.Sha256));
        fleet.Get<IBlobStore>().Write(artifact, [1, 2, 3]);
        var left = Audit(fleet);

        fleet.Restart();
        await fleet.DrainAsync();

        (before, stage).ShouldBe((0, "deleted"));
        left.Problems.ShouldHaveSingleItem().Where.ShouldBe(artifact);
        fleet.Get<IBlobStore>().Exists(artifact).ShouldBeFalse();
        Audit(fleet).Problems.ShouldBeEmpty();
        fleet.State.Retirement.Moves.Keys.ShouldNotContain(1);
        fleet.Decisions.Where(decision => decision.Action == DecisionActions.Retire && decision.Version == 2).Select(decision => decision.By).ShouldBe([null, null, null]);
    }

    [Fact]
    public void Bytes_that_another_version_has_as_well_stay()
    {
        var (one, other) = (Version(1, 'a', 'c'), Version(2, 'a', 'd'));
        var deleted = new VersionRetired("hits", "r", 1, 0, 2, VersionStages.Deleted, DateTimeOffset.UnixEpoch, "Old.");
        var state = RegistryState.Empty with { Versions = [one, other] };
        state = state with { Retirement = state.Retirement with { Moves = state.Retirement.Moves.Add(2, deleted) } };

        var gone = MonitoringDemo.Retraining.Retire.RetiredBlobs.Gone(state);

        gone.ShouldBe([RegistryBlobs.Snapshot(new string('d', 64)), RegistryBlobs.FormerSnapshot(new string('d', 64))]);
    }

    private static VersionRecord Version(int version, char artifact, char rows) => new(
        version, new string(artifact, 64), "hits-1", "seed", "t", "t", new Dictionary<string, double>(), 1, new string(rows, 64), "s", "c", 0, 10, 10, null, 10, [], [], []);
}
