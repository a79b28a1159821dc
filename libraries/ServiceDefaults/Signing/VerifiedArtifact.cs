using System.Text.Json;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>What a valid envelope says about an artifact.</summary>
/// <param name="Name">The subject's name.</param>
/// <param name="Sha256">SHA-256 of the artifact, lower-case hexadecimal; compared with the bytes.</param>
/// <param name="PredicateType">A URI that says what the predicate means.</param>
/// <param name="Predicate">What the signer states about the artifact.</param>
/// <param name="KeyId">SHA-256 of the public key that signed it, lower-case hexadecimal.</param>
public sealed record VerifiedArtifact(string Name, string Sha256, string PredicateType, JsonElement Predicate, string KeyId);
