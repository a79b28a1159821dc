using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using MonitoringDemo.ServiceDefaults.Signing;

namespace MonitoringDemo.ServiceDefaults.Tests.Signing;

/// <summary>A process that signs in place of a key of our own: OpenSSL, which holds the private half in a file that this code never reads.</summary>
public sealed class CommandSignerTests : IDisposable
{
    private static readonly byte[] s_artifact = "a model"u8.ToArray();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly TemporaryData _data = new();
    private readonly string _file;

    public CommandSignerTests()
    {
        _file = _data.Directory.PathOf("elsewhere", "a key.pem");
        File.WriteAllText(_file, _key.ExportPkcs8PrivateKeyPem());
    }

    public void Dispose()
    {
        _key.Dispose();
        _data.Dispose();
    }

    [Fact]
    public void What_the_command_signs_is_trusted_under_the_id_of_its_key_and_no_key_is_made_here()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/openssl"), "OpenSSL is not installed.");
        var options = Given($"/usr/bin/openssl dgst -sha256 -sign \"{_file}\"");

        var envelope = new ArtifactSigner(_data.Directory, options).Sign(s_artifact, "hits-1.model", "urn:test", new { });
        var verified = new ArtifactVerifier(_data.Directory, options).Verify(s_artifact, envelope);

        verified.KeyId.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(_key.ExportSubjectPublicKeyInfo())));
        Directory.Exists(Path.Combine(_data.Directory.Root, "keys")).ShouldBeFalse();
    }

    [Fact]
    public void A_signature_in_Base64_will_do_as_well()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/openssl"), "OpenSSL is not installed.");
        var script = Script($"/usr/bin/openssl dgst -sha256 -sign '{_file}' | /usr/bin/openssl base64 -A");

        var envelope = new ArtifactSigner(_data.Directory, Given(script)).Sign(s_artifact, "hits-1.model", "urn:test", new { });

        new ArtifactVerifier(_data.Directory, Given(script)).Verify(s_artifact, envelope).Name.ShouldBe("hits-1.model");
    }

    [Theory]
    [InlineData("cat > /dev/null; echo the token is locked >&2; exit 3", "ended with code 3: the token is locked")]
    [InlineData("cat > /dev/null; echo nonsense", "no signature by a key of Signing:TrustedKey")]
    [InlineData("exit 7", "ended with code 7: it said nothing")]
    [InlineData("exec sleep 60", "did not answer within 1 s")]
    public void A_command_that_does_not_sign_says_why(string does, string why)
    {
        var signer = new ArtifactSigner(_data.Directory, Given(Script(does), seconds: "1"));

        var refused = Should.Throw<SigningException>(() => signer.Sign(s_artifact, "hits-1.model", "urn:test", new { }));

        refused.Message.ShouldContain(why);
    }

    [Fact]
    public void A_signature_by_a_key_that_is_not_trusted_is_refused_before_it_is_believed()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/openssl"), "OpenSSL is not installed.");
        using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(_file, stranger.ExportPkcs8PrivateKeyPem());
        var signer = new ArtifactSigner(_data.Directory, Given($"/usr/bin/openssl dgst -sha256 -sign \"{_file}\""));

        Should.Throw<SigningException>(() => signer.Sign(s_artifact, "hits-1.model", "urn:test", new { })).Message.ShouldContain("no signature by a key of Signing:TrustedKey");
    }

    [Fact]
    public void A_program_that_there_is_not_is_named()
    {
        var signer = new ArtifactSigner(_data.Directory, Given("/no/such/program --sign"));

        Should.Throw<SigningException>(() => signer.Sign(s_artifact, "hits-1.model", "urn:test", new { })).Message.ShouldContain("/no/such/program, cannot be started");
    }

    [Fact]
    public void A_command_beside_a_private_key_or_without_a_public_one_is_refused_at_the_start()
    {
        var both = Should.Throw<OptionsValidationException>(() => Read(("Command", "sign"), ("PrivateKey", _key.ExportPkcs8PrivateKeyPem())));
        var alone = Should.Throw<OptionsValidationException>(() => Read(("Command", "sign")));

        both.Message.ShouldContain("Signing:Command and Signing:PrivateKey are both set");
        alone.Message.ShouldContain("name the public key of what it signs with");
    }

    [Fact]
    public void Words_in_double_quotes_are_one_argument()
    {
        var words = CommandSigner.Split("  sign  --key \"my key\" \"\" -x");

        words.ShouldBe(["sign", "--key", "my key", "", "-x"]);
    }

    private string Script(string does)
    {
        var file = _data.Directory.PathOf("elsewhere", "sign.sh");
        File.WriteAllText(file, $"#!/bin/sh\n{does}\n");
        return $"/bin/sh \"{file}\"";
    }

    private SigningOptions Given(string command, string seconds = "30") =>
        Read(("Command", command), ("CommandSeconds", seconds), ("TrustedKey", _key.ExportSubjectPublicKeyInfoPem()));

    private static SigningOptions Read(params (string Name, string Value)[] given) =>
        SigningOptions.Of(new ConfigurationBuilder().AddInMemoryCollection(given.Select(each => new KeyValuePair<string, string?>($"Signing:{each.Name}", each.Value))).Build());
}
