using System.Security.Cryptography;
using System.Text.Json;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>Trusts what the owners of the keys that are configured signed, or else of those in <c>keys/artifact-signing.pub.pem</c>, as long as neither key nor artifact is revoked, and nothing else.</summary>
public sealed class ArtifactVerifier(DataDirectory data, SigningOptions? options = null)
{
    /// <summary>Checks the signature first, then that the statement is about exactly these bytes.</summary>
    /// <param name="artifact">The artifact's bytes.</param>
    /// <param name="envelopeJson">The envelope that <see cref="ArtifactSigner.Sign"/> returned.</param>
    /// <exception cref="InvalidSignatureException">Says what is wrong.</exception>
    public VerifiedArtifact Verify(ReadOnlySpan<byte> artifact, string envelopeJson)
    {
        var (statement, keyId) = Trusted(envelopeJson);
        var actual = Convert.ToHexStringLower(SHA256.HashData(artifact));
        var subject = statement.Subject?.FirstOrDefault(s => s.Digest is not null && s.Digest.TryGetValue("sha256", out var signed) && signed == actual)
            ?? throw new InvalidSignatureException($"The artifact has the SHA-256 {actual}; that is not what was signed. It was altered, or belongs to another envelope.");
        ThrowIfRevoked(actual, keyId);
        return new VerifiedArtifact(subject.Name, actual, statement.PredicateType, statement.Predicate, keyId);
    }

    /// <summary>Asks once more of what was verified before: it may have been revoked since.</summary>
    /// <param name="sha256">Of the artifact.</param>
    /// <param name="keyId">The key by which it was signed.</param>
    /// <exception cref="InvalidSignatureException">One of the two is revoked, or the list cannot be read.</exception>
    public void ThrowIfRevoked(string sha256, string keyId)
    {
        var revoked = Revoked();
        if (revoked.Artifact(sha256) is { } artifact) throw new InvalidSignatureException($"The artifact is revoked: {artifact}");
        if (revoked.Key(keyId) is { } key) throw new InvalidSignatureException($"The key {keyId[..16]}…, which signed it, is revoked: {key}");
    }

    /// <summary>What the signer states, where that says all and there are no bytes to hold it against.</summary>
    /// <param name="envelopeJson">The envelope that <see cref="ArtifactSigner.Sign"/> returned.</param>
    /// <param name="predicateType">What it has to be a statement of.</param>
    /// <exception cref="InvalidSignatureException">Says what is wrong.</exception>
    public JsonElement PredicateOf(string envelopeJson, string predicateType)
    {
        var (statement, keyId) = Trusted(envelopeJson);
        if (Revoked().Key(keyId) is { } why) throw new InvalidSignatureException($"The key {keyId[..16]}…, which signed it, is revoked: {why}");
        return statement.PredicateType == predicateType ? statement.Predicate : throw new InvalidSignatureException($"The signed statement is of the type '{statement.PredicateType}' instead of '{predicateType}'.");
    }

    private RevocationList Revoked() => RevocationList.Read(options?.Revocations ?? Path.Combine(data.Root, "keys", RevocationList.File), mayBeMissing: options?.Revocations is null);

    private (Statement Statement, string KeyId) Trusted(string envelopeJson)
    {
        var envelope = Parse<DsseEnvelope>(envelopeJson, "The envelope");
        if (envelope.PayloadType != DsseEnvelope.InTotoPayload) throw new InvalidSignatureException($"The envelope holds '{envelope.PayloadType}' instead of '{DsseEnvelope.InTotoPayload}'.");
        if (envelope.Payload is null || envelope.Signatures is not { Count: > 0 }) throw new InvalidSignatureException("The envelope is not signed.");
        var keyId = SignedBy(envelope);

        var statement = Parse<Statement>(System.Text.Encoding.UTF8.GetString(envelope.Payload), "The signed statement");
        return statement.Type == Statement.TypeV1 ? (statement, keyId) : throw new InvalidSignatureException($"The signed statement is a '{statement.Type}' instead of '{Statement.TypeV1}'.");
    }

    /// <returns>The id of the trusted key that signed it.</returns>
    private string SignedBy(DsseEnvelope envelope)
    {
        var keys = Keys();
        try
        {
            var signed = DsseEnvelope.Encode(envelope.PayloadType, envelope.Payload);
            var by = keys.FirstOrDefault(key => envelope.Signatures.Any(s => s.Sig is not null && key.VerifyData(signed, s.Sig, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)));
            if (by is not null) return SigningKey.IdOf(by);
            throw new InvalidSignatureException(keys is [var only]
                ? $"No signature of the envelope is by the trusted key {SigningKey.IdOf(only)[..16]}…."
                : $"No signature of the envelope is by a trusted key: {string.Join(", ", keys.Select(key => $"{SigningKey.IdOf(key)[..16]}…"))}.");
        }
        finally
        {
            foreach (var key in keys) key.Dispose();
        }
    }

    private IReadOnlyList<ECDsa> Keys()
    {
        try
        {
            return (options?.TrustedKey ?? options?.PrivateKey) is { } pem ? SigningKey.Many(pem, "Signing:TrustedKey") : SigningKey.OpenPublic(data);
        }
        catch (FileNotFoundException e)
        {
            throw new InvalidSignatureException($"There is no key to trust: '{e.FileName}' is missing.", e);
        }
    }

    private static T Parse<T>(string json, string what)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(json, MessageJson.Options) ?? throw new InvalidSignatureException($"{what} is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidSignatureException($"{what} is not valid JSON: {e.Message}", e);
        }
    }
}
