namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>A key that is or was trusted.</summary>
/// <param name="Id">SHA-256 of the public key, lower-case hexadecimal.</param>
/// <param name="Signs">Whether it signs now.</param>
/// <param name="RevokedBecause">Why it is trusted no more; null while it is.</param>
public sealed record KnownKey(string Id, bool Signs, string? RevokedBecause);
