using System.Security.Cryptography;
using System.Text;

namespace MonitoringDemo.Demo.Classroom.Teams;

/// <summary>What a team types to get to its page, and what its browsers keep of it.</summary>
internal static class JoinCode
{
    private const int Length = 8;

    // Nothing that is read or heard as something else.
    private const string Letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";

    /// <summary>Eight letters of 31: 40 bits.</summary>
    public static string New() => RandomNumberGenerator.GetString(Letters, Length);

    /// <summary>As typed: small letters, spaces and hyphens do no harm.</summary>
    public static string Tidy(string typed) => string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    /// <summary>What the cookie holds: made from the code, and does not give it away.</summary>
    public static string CookieOf(string code) => Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(code), "team page"u8));

    /// <summary>Takes as long for a near miss as for a far one.</summary>
    public static bool Same(string one, string? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}
