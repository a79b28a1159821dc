using System.Security.Cryptography;
using System.Text.Json;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>Signs artifacts with the key that is configured, or else with the one under <c>keys/</c>, which the first signature creates.</summary>
/// <remarks>An ECDSA signature is never the same twice: keep it beside the artifact, out of everything whose bytes are promised.</remarks>
public sealed class ArtifactSigner(DataDirectory data, SigningOptions? options = null)
{
    /// <summary>States something about an artifact, and signs the statement.</summary>
    /// <param name="artifact">The artifact's bytes.</param>
    /// <param name="name">The artifact's name, for instance its file name.</param>
    /// <param name="predicateType">A URI that says what the predicate means.</param>
    /// <param name="predicate">Anything that System.Text.Json can write.</param>
    /// <returns>A DSSE envelope in JSON over an in-toto statement.</returns>
    public string Sign(ReadOnlySpan<byte> artifact, string name, string predicateType, object predicate)
    {
        var digest = new Dictionary<string, string> { ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(artifact)) };
        var statement = new Statement(
            Statement.TypeV1, [new StatementSubject(name, digest)], predicateType, JsonSerializer.SerializeToElement(predicate, MessageJson.Options));
        var payload = JsonSerializer.SerializeToUtf8Bytes(statement, MessageJson.Options);

        using var key = options?.PrivateKey is { } pem ? SigningKey.Of(pem, "Signing:PrivateKey") : SigningKey.OpenOrCreate(data);
        var signature = key.SignData(DsseEnvelope.Encode(DsseEnvelope.InTotoPayload, payload), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        var envelope = new DsseEnvelope(DsseEnvelope.InTotoPayload, payload, [new EnvelopeSignature(SigningKey.IdOf(key), signature)]);
        return JsonSerializer.Serialize(envelope, MessageJson.Options);
    }
}
