using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Signing;

namespace MonitoringDemo.ServiceDefaults.Tests.Signing;

public sealed class SigningOptionsTests : IDisposable
{
    private static readonly byte[] Artifact = "a model"u8.ToArray();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly TemporaryData _signer = new();
    private readonly TemporaryData _verifier = new();

    public void Dispose()
    {
        _key.Dispose();
        _signer.Dispose();
        _verifier.Dispose();
    }

    [Fact]
    public void What_the_given_key_signs_is_trusted_by_who_has_its_public_half_and_neither_makes_a_key()
    {
        var file = _verifier.Directory.PathOf("trusted.pem");
        File.WriteAllText(file, _key.ExportSubjectPublicKeyInfoPem());
        var envelope = new ArtifactSigner(_signer.Directory, Given("PrivateKey", _key.ExportECPrivateKeyPem())).Sign(Artifact, "model", "urn:test", new { });

        var verified = new ArtifactVerifier(_verifier.Directory, Given("TrustedKey_FILE", file)).Verify(Artifact, envelope);

        verified.Name.ShouldBe("model");
        new ArtifactVerifier(_signer.Directory, Given("PrivateKey", _key.ExportECPrivateKeyPem())).Verify(Artifact, envelope).Name.ShouldBe("model");
        Directory.Exists(Path.Combine(_signer.Directory.Root, "keys")).ShouldBeFalse();
    }

    [Fact]
    public void A_key_that_is_given_goes_before_the_one_in_the_data_directory()
    {
        var envelope = new ArtifactSigner(_signer.Directory).Sign(Artifact, "model", "urn:test", new { });
        var verifier = new ArtifactVerifier(_signer.Directory, Given("TrustedKey", _key.ExportSubjectPublicKeyInfoPem()));

        Should.Throw<InvalidSignatureException>(() => verifier.Verify(Artifact, envelope)).Message.ShouldContain("trusted key");
    }

    [Fact]
    public void What_is_no_key_is_refused_at_the_start()
    {
        Should.Throw<OptionsValidationException>(() => Given("TrustedKey", "no key")).Message.ShouldContain("Signing:TrustedKey holds no ECDSA key");
        Should.Throw<OptionsValidationException>(() => Given("PrivateKey_FILE", _signer.Directory.PathOf("missing.pem"))).Message.ShouldContain("cannot be read");
    }

    private static SigningOptions Given(string name, string value) => SigningOptions.Of(new ConfigurationBuilder().AddInMemoryCollection([new($"Signing:{name}", value)]).Build());
}
