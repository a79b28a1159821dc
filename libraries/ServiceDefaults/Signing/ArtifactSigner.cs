using System.Security.Cryptography;
using System.Text.Json;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>States something about artifacts, and has the statements signed: by what the host registered, by the command that is configured, or by a key (<see cref="KeySigner"/>).</summary>
/// <remarks>An ECDSA signature is never the same twice: keep it beside the artifact, out of everything whose bytes are promised.</remarks>
/// <param name="data">Where the key is, unless one is configured.</param>
/// <param name="options">What is configured.</param>
/// <param name="signer">Whoever signs instead of both.</param>
public sealed class ArtifactSigner(DataDirectory data, SigningOptions? options = null, IStatementSigner? signer = null)
{
    private readonly IStatementSigner _signer = signer ?? options?.Signer ?? new KeySigner(data, options);

    /// <summary>States something about an artifact, and signs the statement.</summary>
    /// <param name="artifact">The artifact's bytes.</param>
    /// <param name="name">The artifact's name, for instance its file name.</param>
    /// <param name="predicateType">A URI that says what the predicate means.</param>
    /// <param name="predicate">Anything that System.Text.Json can write.</param>
    /// <returns>A DSSE envelope in JSON over an in-toto statement.</returns>
    /// <exception cref="SigningException">It could not be signed.</exception>
    public string Sign(ReadOnlySpan<byte> artifact, string name, string predicateType, object predicate)
    {
        var digest = new Dictionary<string, string> { ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(artifact)) };
        var statement = new Statement(
            Statement.TypeV1, [new StatementSubject(name, digest)], predicateType, JsonSerializer.SerializeToElement(predicate, MessageJson.Options));
        var payload = JsonSerializer.SerializeToUtf8Bytes(statement, MessageJson.Options);

        var (keyId, signature) = _signer.Sign(DsseEnvelope.Encode(DsseEnvelope.InTotoPayload, payload));
        var envelope = new DsseEnvelope(DsseEnvelope.InTotoPayload, payload, [new EnvelopeSignature(keyId, signature)]);
        return JsonSerializer.Serialize(envelope, MessageJson.Options);
    }
}
