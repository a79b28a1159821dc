namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>A key or an artifact that is trusted no more.</summary>
/// <param name="Id">SHA-256 of the public key, or of the artifact, lower-case hexadecimal.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record Revocation(string Id, string Reason);
