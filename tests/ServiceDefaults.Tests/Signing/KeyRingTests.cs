using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Signing;

namespace MonitoringDemo.ServiceDefaults.Tests.Signing;

public sealed class KeyRingTests : IDisposable
{
    private static readonly byte[] Artifact = "a model"u8.ToArray();
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void After_a_rotation_another_key_signs_and_what_the_one_before_signed_stays_valid()
    {
        var before = Sign();
        var first = Ring.Keys.ShouldHaveSingleItem();
        var privateBefore = File.ReadAllText(_data.Directory.PathOf("keys", "artifact-signing.pem"));

        var second = Ring.Rotate();

        Verifier.Verify(Artifact, before).KeyId.ShouldBe(first.Id);
        Verifier.Verify(Artifact, Sign()).KeyId.ShouldBe(second);
        Ring.Keys.ShouldBe([new KnownKey(first.Id, Signs: false, null), new KnownKey(second, Signs: true, null)]);
        File.ReadAllText(_data.Directory.PathOf("keys", "artifact-signing.pem")).ShouldNotBe(privateBefore);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(_data.Directory.PathOf("keys", "artifact-signing.pem")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public void Where_there_is_no_key_yet_none_is_rotated_and_none_is_made()
    {
        Should.Throw<FileNotFoundException>(() => Ring.Rotate());

        Directory.GetFiles(_data.Directory.PathOf("keys", ""), "*").ShouldBeEmpty();
    }

    [Fact]
    public void What_a_revoked_key_signed_is_refused_with_the_reason_and_what_the_others_signed_is_not()
    {
        var before = Sign();
        var first = Ring.Keys[0].Id;
        Ring.Rotate();
        var after = Sign();

        Ring.RevokeKey(first, "Its holder left.");

        Should.Throw<InvalidSignatureException>(() => Verifier.Verify(Artifact, before)).Message.ShouldBe($"The key {first[..16]}…, which signed it, is revoked: Its holder left.");
        Verifier.Verify(Artifact, after).Name.ShouldBe("hits-1.model");
        Should.Throw<InvalidSignatureException>(() => Verifier.PredicateOf(before, "urn:test")).Message.ShouldContain("Its holder left.");
    }

    [Fact]
    public void A_revoked_artifact_is_refused_whoever_signed_it_and_others_are_not()
    {
        var verified = Verifier.Verify(Artifact, Sign());

        Ring.RevokeArtifact(verified.Sha256, "It learned from rows that were sold.");

        Should.Throw<InvalidSignatureException>(() => Verifier.Verify(Artifact, Sign())).Message.ShouldBe("The artifact is revoked: It learned from rows that were sold.");
        Should.Throw<InvalidSignatureException>(() => Verifier.ThrowIfRevoked(verified.Sha256, verified.KeyId));
        Verifier.Verify("another"u8, new ArtifactSigner(_data.Directory).Sign("another"u8, "hits-2.model", "urn:test", new { })).Name.ShouldBe("hits-2.model");
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"keys":[{"id":"short","reason":"a"}],"artifacts":[]}""")]
    [InlineData("""{"keys":[],"artifacts":[],"versions":[]}""")]
    public void While_the_list_cannot_be_read_nothing_is_trusted(string list)
    {
        var envelope = Sign();
        File.WriteAllText(_data.Directory.PathOf("keys", "revoked.json"), list);

        Should.Throw<InvalidSignatureException>(() => Verifier.Verify(Artifact, envelope)).Message.ShouldContain("'revoked.json', cannot be read");
    }

    [Fact]
    public void Keys_that_are_given_one_after_the_other_are_all_trusted_and_public_halves_are_enough()
    {
        using var old = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var young = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var verifier = new TemporaryData();
        var trusted = Given(("TrustedKey", $"{old.ExportSubjectPublicKeyInfoPem()}\n{young.ExportSubjectPublicKeyInfoPem()}"));

        var names = new[] { old, young }.Select(key => new ArtifactVerifier(verifier.Directory, trusted).Verify(
            Artifact, new ArtifactSigner(_data.Directory, Given(("PrivateKey", key.ExportECPrivateKeyPem()))).Sign(Artifact, "model", "urn:test", new { })).Name);

        names.ShouldBe(["model", "model"]);
        Should.Throw<InvalidSignatureException>(() => new ArtifactVerifier(verifier.Directory, trusted).Verify(Artifact, Sign())).Message.ShouldContain("No signature of the envelope is by a trusted key: ");
    }

    [Theory]
    [InlineData("OldestVersion", "-1", "Signing:OldestVersion must be a version, 0 or more, not '-1'")]
    [InlineData("OldestVersion", "two", "Signing:OldestVersion must be a version, 0 or more, not 'two'")]
    [InlineData("DowngradesNeedPermit", "yes", "Signing:DowngradesNeedPermit must be true or false, not 'yes'")]
    [InlineData("Revocations_FILE", "no/such/list.json", "'list.json', cannot be read")]
    public void A_setting_that_cannot_be_used_is_refused_by_name(string name, string value, string why)
    {
        Should.Throw<OptionsValidationException>(() => Given((name, value))).Message.ShouldContain(why);
    }

    private KeyRing Ring => new(_data.Directory);

    private ArtifactVerifier Verifier => new(_data.Directory);

    private string Sign() => new ArtifactSigner(_data.Directory).Sign(Artifact, "hits-1.model", "urn:test", new { seed = 7 });

    private static SigningOptions Given(params (string Name, string Value)[] settings) =>
        SigningOptions.Of(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Signing:{setting.Name}", (string?)setting.Value))).Build());
}
