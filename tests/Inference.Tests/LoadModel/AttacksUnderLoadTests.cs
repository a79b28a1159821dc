using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Signing;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Inference.Tests.LoadModel;

/// <summary>Releases that must not be served, while songs are asked for all the time.</summary>
public sealed class AttacksUnderLoadTests
{
    [Fact]
    public async Task Each_attack_is_refused_with_its_reason_and_every_song_is_answered_by_the_champion()
    {
        await using var house = await InferenceHouse.ServingAsync(settings: ("Signing:DowngradesNeedPermit", "true"));
        await house.ReleaseAsync(2, house.Register(2, SongWorld.Model(2)));
        var (asked, ends) = (0, false);
        var load = Enumerable.Range(0, 2).Select(_ => Task.Run(async () =>
        {
            for (; !Volatile.Read(ref ends); Interlocked.Increment(ref asked))
                (await house.PredictAsync(SongWorld.Request(3, out var _)))["modelVersion"]!.GetValue<int>().ShouldBe(2);
        })).ToList();

        (string Reason, Func<InferenceHouse, ModelReference> Attack)[] attacks =
        [
            ("not what was signed", FlippedByte), ("is missing", Unsigned), ("trusted key", SignedByAStranger), ("was signed for the model 'loans'", OfAnotherModel),
            ("not permitted to go back", house => house.Register(1, SongWorld.Model(1))), ("The artifact is revoked", Revoked), ("is revoked: Its holder left.", SignedByARevokedKey),
        ];
        var sequence = 2;
        foreach (var (_, attack) in attacks) await house.ReleaseAsync(++sequence, attack(house));
        var during = asked;
        while (Volatile.Read(ref asked) < during + 20) await Task.Yield();
        Volatile.Write(ref ends, true);
        await Task.WhenAll(load);

        var reasons = house.Said.Failed.Select(failed => failed.Reason).ToList();
        reasons.Count.ShouldBe(attacks.Length);
        foreach (var ((expected, _), reason) in attacks.Zip(reasons)) reason.ShouldContain(expected);
        asked.ShouldBeGreaterThan(20);
    }

    private static ModelReference FlippedByte(InferenceHouse house)
    {
        var reference = house.Register(3, SongWorld.Model(3));
        var bytes = File.ReadAllBytes(house.ArtifactPath(reference.Sha256, ".model"));
        bytes[^1] ^= 1;
        File.WriteAllBytes(house.ArtifactPath(reference.Sha256, ".model"), bytes);
        return reference;
    }

    private static ModelReference Unsigned(InferenceHouse house)
    {
        var reference = house.Register(4, SongWorld.Model(4));
        File.Delete(house.ArtifactPath(reference.Sha256, ".dsse.json"));
        return reference;
    }

    private static ModelReference SignedByAStranger(InferenceHouse house)
    {
        var stranger = Directory.CreateTempSubdirectory("stranger-");
        var reference = Signed(house, 5, new ArtifactSigner(new DataDirectory(stranger.FullName)), new { });
        stranger.Delete(recursive: true);
        return reference;
    }

    private static ModelReference OfAnotherModel(InferenceHouse house) => Signed(house, 6, house.Services.GetRequiredService<ArtifactSigner>(), new { model = "loans" });

    private static ModelReference Revoked(InferenceHouse house)
    {
        var reference = house.Register(7, SongWorld.Model(7));
        Ring(house).RevokeArtifact(reference.Sha256, "It learned from rows that were sold.");
        return reference;
    }

    private static ModelReference SignedByARevokedKey(InferenceHouse house)
    {
        var reference = house.Register(8, SongWorld.Model(8));
        var old = Ring(house).Keys[0].Id;
        Ring(house).Rotate();
        Ring(house).RevokeKey(old, "Its holder left.");
        return reference;
    }

    private static KeyRing Ring(InferenceHouse house) => new(house.Services.GetRequiredService<DataDirectory>());

    private static ModelReference Signed(InferenceHouse house, int version, ArtifactSigner signer, object predicate)
    {
        var reference = house.Register(version, SongWorld.Model((ulong)version));
        File.WriteAllText(house.ArtifactPath(reference.Sha256, ".dsse.json"), signer.Sign(File.ReadAllBytes(house.ArtifactPath(reference.Sha256, ".model")), reference.Sha256, "https://example.org/test", predicate));
        return reference;
    }
}
