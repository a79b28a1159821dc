using System.Security.Cryptography;
using System.Text.Json;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>Trusts what the owner of the key that is configured signed, or else of <c>keys/artifact-signing.pub.pem</c>, and nothing else.</summary>
public sealed class ArtifactVerifier(DataDirectory data, SigningOptions? options = null)
{
    /// <summary>Checks the signature first, then that the statement is about exactly these bytes.</summary>
    /// <param name="artifact">The artifact's bytes.</param>
    /// <param name="envelopeJson">The envelope that <see cref="ArtifactSigner.Sign"/> returned.</param>
    /// <exception cref="InvalidSignatureException">Says what is wrong.</exception>
    public VerifiedArtifact Verify(ReadOnlySpan<byte> artifact, string envelopeJson)
    {
        var statement = Trusted(envelopeJson);
        var actual = Convert.ToHexStringLower(SHA256.HashData(artifact));
        var subject = statement.Subject?.FirstOrDefault(s => s.Digest is not null && s.Digest.TryGetValue("sha256", out var signed) && signed == actual)
            ?? throw new InvalidSignatureException($"The artifact has the SHA-256 {actual}; that is not what was signed. It was altered, or belongs to another envelope.");
        return new VerifiedArtifact(subject.Name, actual, statement.PredicateType, statement.Predicate);
    }

    /// <summary>What the signer states, where that says all and there are no bytes to hold it against.</summary>
    /// <param name="envelopeJson">The envelope that <see cref="ArtifactSigner.Sign"/> returned.</param>
    /// <param name="predicateType">What it has to be a statement of.</param>
    /// <exception cref="InvalidSignatureException">Says what is wrong.</exception>
    public JsonElement PredicateOf(string envelopeJson, string predicateType)
    {
        var statement = Trusted(envelopeJson);
        return statement.PredicateType == predicateType ? statement.Predicate : throw new InvalidSignatureException($"The signed statement is of the type '{statement.PredicateType}' instead of '{predicateType}'.");
    }

    private Statement Trusted(string envelopeJson)
    {
        var envelope = Parse<DsseEnvelope>(envelopeJson, "The envelope");
        if (envelope.PayloadType != DsseEnvelope.InTotoPayload) throw new InvalidSignatureException($"The envelope holds '{envelope.PayloadType}' instead of '{DsseEnvelope.InTotoPayload}'.");
        if (envelope.Payload is null || envelope.Signatures is not { Count: > 0 }) throw new InvalidSignatureException("The envelope is not signed.");
        CheckSignature(envelope);

        var statement = Parse<Statement>(System.Text.Encoding.UTF8.GetString(envelope.Payload), "The signed statement");
        return statement.Type == Statement.TypeV1 ? statement : throw new InvalidSignatureException($"The signed statement is a '{statement.Type}' instead of '{Statement.TypeV1}'.");
    }

    private void CheckSignature(DsseEnvelope envelope)
    {
        ECDsa key;
        try
        {
            key = (options?.TrustedKey ?? options?.PrivateKey) is { } pem ? SigningKey.Of(pem, "Signing:TrustedKey") : SigningKey.OpenPublic(data);
        }
        catch (FileNotFoundException e)
        {
            throw new InvalidSignatureException($"There is no key to trust: '{e.FileName}' is missing.", e);
        }

        using (key)
        {
            var signed = DsseEnvelope.Encode(envelope.PayloadType, envelope.Payload);
            if (envelope.Signatures.Any(s => s.Sig is not null && key.VerifyData(signed, s.Sig, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence))) return;
            throw new InvalidSignatureException($"No signature of the envelope is by the trusted key {SigningKey.IdOf(key)[..16]}….");
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
