namespace MonitoringDemo.Demo.CommandLine.Keys;

/// <summary>A version that was signed.</summary>
/// <param name="Version">The version.</param>
/// <param name="Sha256">Of its artifact.</param>
/// <param name="KeyId">The trusted key that signed it; null where none did, or the key or the version is revoked.</param>
/// <param name="Serves">Whether it is the champion or is scored beside it.</param>
internal sealed record SignedVersion(int Version, string Sha256, string? KeyId, bool Serves);
