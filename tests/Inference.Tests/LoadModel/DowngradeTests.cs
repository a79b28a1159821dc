using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Inference.Tests.LoadModel;

public sealed class DowngradeTests
{
    private static readonly (string, string)[] s_strict = [("Signing:DowngradesNeedPermit", "true")];

    [Fact]
    public async Task An_older_version_is_refused_without_the_permit_of_the_registry_and_the_champion_goes_on()
    {
        await using var house = await WithVersion2Async(s_strict);

        await house.ReleaseAsync(3, First(house));

        house.Said.Failed.ShouldHaveSingleItem().Reason.ShouldBe("Version 1 is older than version 2, which serves, and release 3 is not permitted to go back: the registry signed no permit for it.");
        (await ServedAsync(house)).ShouldBe(2);
    }

    [Fact]
    public async Task A_roll_back_that_the_registry_permits_is_served()
    {
        await using var house = await WithVersion2Async(s_strict);
        Permit(house, new ReleasePermit("hits", 3, 1, First(house).Sha256));

        await house.ReleaseAsync(3, First(house));

        house.Said.Failed.ShouldBeEmpty();
        (await ServedAsync(house)).ShouldBe(1);
    }

    [Theory]
    [InlineData("another", 3, 1)]
    [InlineData("hits", 4, 1)]
    [InlineData("hits", 3, 2)]
    public async Task A_permit_for_something_else_is_none(string model, long sequence, int version)
    {
        await using var house = await WithVersion2Async(s_strict);
        Permit(house, new ReleasePermit(model, sequence, version, First(house).Sha256), name: 3);

        await house.ReleaseAsync(3, First(house));

        house.Said.Failed.ShouldHaveSingleItem().Reason.ShouldContain("permit names another version");
        (await ServedAsync(house)).ShouldBe(2);
    }

    [Fact]
    public async Task A_permit_that_somebody_else_signed_is_none()
    {
        await using var house = await WithVersion2Async(s_strict);
        var stranger = Directory.CreateTempSubdirectory("stranger-");
        new ReleasePermit("hits", 3, 1, First(house).Sha256).Sign(house.Services.GetRequiredService<IBlobStore>(), new ArtifactSigner(new DataDirectory(stranger.FullName)));
        stranger.Delete(recursive: true);

        await house.ReleaseAsync(3, First(house));

        house.Said.Failed.ShouldHaveSingleItem().Reason.ShouldContain("trusted key");
    }

    [Fact]
    public async Task An_old_version_that_comes_as_a_canary_is_refused_as_well()
    {
        await using var house = await WithVersion2Async(s_strict);
        var release = new ReleaseChanged("hits", "story-3", 3, 0, house.Register(2, SongWorld.Model(2)), First(house), ReleaseStages.Canary, "for the test", CanaryShare: 0.99);

        await house.Services.GetRequiredService<IMessageBus>().PublishAsync(release, "release-3", TestContext.Current.CancellationToken);
        await house.Services.GetRequiredService<BusActivity>().QuietAsync(TestContext.Current.CancellationToken);

        house.Said.Failed.ShouldHaveSingleItem().Reason.ShouldContain("Version 1 is older than version 2");
        (await ServedAsync(house)).ShouldBe(2);
    }

    [Fact]
    public async Task A_version_before_the_oldest_that_is_allowed_is_refused_with_or_without_permit()
    {
        await using var house = await WithVersion2Async([("Signing:OldestVersion", "2")], first: 2, second: 3);
        Permit(house, new ReleasePermit("hits", 3, 1, First(house).Sha256));

        await house.ReleaseAsync(3, First(house));

        house.Said.Failed.ShouldHaveSingleItem().Reason.ShouldBe("Version 1 is older than version 2, the oldest that Signing:OldestVersion allows.");
        (await ServedAsync(house)).ShouldBe(3);
    }

    [Fact]
    public async Task By_default_a_release_may_go_back()
    {
        await using var house = await WithVersion2Async([]);

        await house.ReleaseAsync(3, First(house));

        (await ServedAsync(house)).ShouldBe(1);
    }

    [Fact]
    public async Task A_version_that_is_revoked_is_refused_also_where_it_is_loaded_beside_the_champion()
    {
        await using var house = await WithVersion2Async([]);
        await house.ReleaseAsync(3, house.Register(2, SongWorld.Model(2)), shadow: First(house));
        new KeyRing(house.Services.GetRequiredService<DataDirectory>()).RevokeArtifact(First(house).Sha256, "It learned from rows that were sold.");

        await house.ReleaseAsync(4, First(house));

        house.Said.Failed.ShouldHaveSingleItem().Reason.ShouldContain("The artifact is revoked: It learned from rows that were sold.");
        (await ServedAsync(house)).ShouldBe(2);
    }

    [Fact]
    public async Task What_a_revoked_key_signed_is_refused_and_after_a_rotation_the_new_key_is_trusted()
    {
        await using var house = await WithVersion2Async([]);
        var third = house.Register(3, SongWorld.Model(3));
        var ring = new KeyRing(house.Services.GetRequiredService<DataDirectory>());
        var old = ring.Keys[0].Id;
        ring.Rotate();
        ring.RevokeKey(old, "Its holder left.");

        await house.ReleaseAsync(3, third);
        await house.ReleaseAsync(4, house.Register(4, SongWorld.Model(4)));

        house.Said.Failed.ShouldHaveSingleItem().ShouldSatisfyAllConditions(failed => failed.Version.ShouldBe(3), failed => failed.Reason.ShouldContain("is revoked: Its holder left."));
        (await ServedAsync(house)).ShouldBe(4);
    }

    [Fact]
    public async Task A_model_that_was_signed_for_another_name_is_refused()
    {
        await using var house = await WithVersion2Async([]);
        var bytes = SongWorld.Model(3).ToArtifact();
        var sha256 = ModelArtifact.Sha256(bytes);
        File.WriteAllBytes(house.ArtifactPath(sha256, ".model"), bytes);
        File.WriteAllText(house.ArtifactPath(sha256, ".dsse.json"), house.Services.GetRequiredService<ArtifactSigner>().Sign(bytes, sha256, "https://example.org/test", new { model = "loans" }));

        await house.ReleaseAsync(3, new ModelReference(3, sha256, "binned-logistic", 0, 10));

        house.Said.Failed.ShouldHaveSingleItem().Reason.ShouldContain("was signed for the model 'loans', and 'hits' is served here");
        (await ServedAsync(house)).ShouldBe(2);
    }

    private static async Task<InferenceHouse> WithVersion2Async((string Key, string Value)[] settings, int first = 1, int second = 2)
    {
        var house = await InferenceHouse.StartAsync(settings: settings);
        (await house.PostAsync("/v1/history", SongWorld.History(10))).EnsureSuccessStatusCode();
        await house.ReleaseAsync(1, house.Register(first, SongWorld.Model((ulong)first)));
        await house.ReleaseAsync(2, house.Register(second, SongWorld.Model((ulong)second)));
        house.Said.Failed.ShouldBeEmpty();
        return house;
    }

    private static ModelReference First(InferenceHouse house) => house.Register(1, SongWorld.Model(1));

    private static void Permit(InferenceHouse house, ReleasePermit permit, long name = 3)
    {
        var blobs = house.Services.GetRequiredService<IBlobStore>();
        permit.Sign(blobs, house.Services.GetRequiredService<ArtifactSigner>());
        blobs.Write(RegistryBlobs.Permit(name), blobs.Read(RegistryBlobs.Permit(permit.Sequence)), replace: true);
    }

    private static async Task<int> ServedAsync(InferenceHouse house) => (await house.PredictAsync(SongWorld.Request(1, out _)))["modelVersion"]!.GetValue<int>();
}
