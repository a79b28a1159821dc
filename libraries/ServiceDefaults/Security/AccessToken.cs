using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;

namespace MonitoringDemo.ServiceDefaults.Security;

/// <summary>The secret that every endpoint but liveness asks for when it is set.</summary>
/// <remarks>Read from the environment variable <c>MONITORINGDEMO_TOKEN</c>, or from the file that <c>MONITORINGDEMO_TOKEN_FILE</c> names.</remarks>
public sealed class AccessToken
{
    /// <summary>The name of the setting.</summary>
    public const string Variable = "MONITORINGDEMO_TOKEN";

    private readonly byte[] _digest;
    private readonly byte[] _cookieDigest;

    /// <param name="configuration">Environment variables are part of it.</param>
    public AccessToken(IConfiguration configuration)
    {
        Value = SecretSetting.Read(configuration, Variable);
        Cookie = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Value ?? ""), "page"u8));
        _digest = Digest(Value ?? "");
        _cookieDigest = Digest(Cookie);
    }

    /// <summary>The secret itself, or null when none is asked for.</summary>
    public string? Value { get; }

    /// <summary>True when requests have to carry it.</summary>
    public bool IsRequired => Value is not null;

    /// <summary>What the page's cookie holds: it is made from the secret, and does not give it away.</summary>
    internal string Cookie { get; }

    // Digests have one length, and comparing them takes as long for a near miss as for a far one.
    internal bool Matches(string? candidate) => IsRequired && candidate is not null && CryptographicOperations.FixedTimeEquals(Digest(candidate), _digest);

    internal bool MatchesCookie(string? candidate) => IsRequired && candidate is not null && CryptographicOperations.FixedTimeEquals(Digest(candidate), _cookieDigest);

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
