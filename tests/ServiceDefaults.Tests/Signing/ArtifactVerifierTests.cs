using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using MonitoringDemo.ServiceDefaults.Signing;

namespace MonitoringDemo.ServiceDefaults.Tests.Signing;

public sealed class ArtifactVerifierTests : IDisposable
{
    private static readonly byte[] Artifact = "a model"u8.ToArray();
    private readonly TemporaryData _data = new();

    public void Dispose() => _data.Dispose();

    [Fact]
    public void A_signed_artifact_is_accepted_with_what_was_stated_about_it()
    {
        var envelope = Sign();

        var verified = Verifier.Verify(Artifact, envelope);

        verified.Name.ShouldBe("hits-1.model");
        verified.Sha256.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Artifact)));
        verified.Predicate.GetProperty("seed").GetInt32().ShouldBe(7);
    }

    [Fact]
    public void The_envelope_is_dsse_over_an_in_toto_statement()
    {
        var envelope = JsonNode.Parse(Sign())!;

        var payload = Convert.FromBase64String((string)envelope["payload"]!);
        var statement = JsonNode.Parse(payload)!;

        ((string)envelope["payloadType"]!).ShouldBe("application/vnd.in-toto+json");
        ((string)statement["_type"]!).ShouldBe("https://in-toto.io/Statement/v1");
        ((string)statement["subject"]![0]!["digest"]!["sha256"]!).Length.ShouldBe(64);
        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(_data.Directory.PathOf("keys", "artifact-signing.pub.pem")));
        byte[] encoded = [.. Encoding.UTF8.GetBytes($"DSSEv1 28 application/vnd.in-toto+json {payload.Length} "), .. payload];
        key.VerifyData(encoded, Convert.FromBase64String((string)envelope["signatures"]![0]!["sig"]!), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence).ShouldBeTrue();
    }

    [Fact]
    public void An_altered_artifact_is_refused()
    {
        var envelope = Sign();

        var refused = Should.Throw<InvalidSignatureException>(() => Verifier.Verify("another model"u8, envelope));

        refused.Message.ShouldContain("not what was signed");
    }

    [Fact]
    public void An_altered_statement_is_refused()
    {
        var envelope = JsonNode.Parse(Sign())!;
        var payload = Encoding.UTF8.GetString(Convert.FromBase64String((string)envelope["payload"]!));
        envelope["payload"] = Convert.ToBase64String(Encoding.UTF8.GetBytes(payload.Replace("\"seed\":7", "\"seed\":8", StringComparison.Ordinal)));

        var refused = Should.Throw<InvalidSignatureException>(() => Verifier.Verify(Artifact, envelope.ToJsonString()));

        refused.Message.ShouldContain("trusted key");
    }

    [Fact]
    public void The_signature_of_another_key_is_refused()
    {
        Sign();
        using var stranger = new TemporaryData();
        var forged = new ArtifactSigner(stranger.Directory).Sign(Artifact, "hits-1.model", "urn:test", new { });

        Should.Throw<InvalidSignatureException>(() => Verifier.Verify(Artifact, forged)).Message.ShouldContain("trusted key");
    }

    [Theory]
    [InlineData("", "not valid JSON")]
    [InlineData("null", "empty")]
    [InlineData("{}", "instead of")]
    [InlineData("""{"payloadType":"application/vnd.in-toto+json","payload":"AA==","signatures":[]}""", "not signed")]
    public void A_broken_envelope_is_refused_and_says_what_is_wrong(string envelope, string expected)
    {
        Sign();

        Should.Throw<InvalidSignatureException>(() => Verifier.Verify(Artifact, envelope)).Message.ShouldContain(expected);
    }

    [Fact]
    public void Without_a_trusted_key_nothing_is_accepted()
    {
        using var stranger = new TemporaryData();
        var envelope = Sign();

        Should.Throw<InvalidSignatureException>(() => new ArtifactVerifier(stranger.Directory).Verify(Artifact, envelope)).Message.ShouldContain("no key to trust");
    }

    [Fact]
    public void The_private_key_is_made_once_and_is_for_its_owner_alone()
    {
        Sign();
        var file = _data.Directory.PathOf("keys", "artifact-signing.pem");
        var first = File.ReadAllText(file);
        Sign();

        File.ReadAllText(file).ShouldBe(first);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(Path.GetDirectoryName(file)!).Length.ShouldBe(2);
    }

    private ArtifactVerifier Verifier => new(_data.Directory);

    private string Sign() => new ArtifactSigner(_data.Directory).Sign(Artifact, "hits-1.model", "urn:test", new { seed = 7 });
}
