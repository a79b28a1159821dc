using System.Security.Cryptography;
using System.Text.Json;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Audit;

/// <summary>The bill of materials that a signed statement names.</summary>
internal static class AttestedBill
{
    /// <summary>What is wrong with it; null where nothing is, or where the statement is of the time before bills were named.</summary>
    public static string? Problem(IBlobStore blobs, JsonElement predicate)
    {
        if (!predicate.TryGetProperty("bom", out var bom)) return null;

        var digest = bom.TryGetProperty("digest", out var digests) && digests.TryGetProperty("sha256", out var sha256) ? sha256.GetString() : null;
        if (!RegistryBlobs.IsSha256(digest)) return "The statement names a bill of materials by no SHA-256.";
        try
        {
            return Convert.ToHexStringLower(SHA256.HashData(blobs.Read(RegistryBlobs.Bill(digest!)))) == digest ? null : $"The bill of materials {digest![..12]}… is not the one that was signed.";
        }
        catch (FileNotFoundException)
        {
            return $"The bill of materials {digest![..12]}…, which the statement names, is not there.";
        }
    }
}
