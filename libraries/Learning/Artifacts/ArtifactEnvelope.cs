using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MonitoringDemo.Learning.Artifacts;

/// <summary>The line before an artifact's content: magic, format version, length and SHA-256 of what follows, then a line feed.</summary>
internal static class ArtifactEnvelope
{
    private const int LongestHeader = 128;

    public static byte[] Wrap(string magic, int version, ReadOnlySpan<byte> body) =>
        [.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{magic} {version} {body.Length} {Sha256(body)}\n")), .. body];

    /// <param name="what">What the artifact is of, for messages: <c>model</c>.</param>
    /// <exception cref="InvalidModelArtifactException">The bytes are foreign, truncated, damaged or of another version.</exception>
    public static ReadOnlySpan<byte> Unwrap(string magic, int version, string what, ReadOnlySpan<byte> artifact)
    {
        if (artifact.IsEmpty)
            throw new InvalidModelArtifactException("The artifact is empty.");

        var end = artifact[..Math.Min(artifact.Length, LongestHeader)].IndexOf((byte)'\n');
        var header = Encoding.ASCII.GetString(artifact[..Math.Max(end, 0)]).Split(' ');
        if (header[0] != magic || header.Length < 2)
            throw new InvalidModelArtifactException($"These bytes are no {what} artifact: they do not start with a '{magic}' line.");
        if (header[1] != version.ToString(CultureInfo.InvariantCulture))
            throw new InvalidModelArtifactException($"The artifact has format version '{header[1]}'; this build reads version {version}.");
        if (header.Length != 4 || !int.TryParse(header[2], NumberStyles.None, CultureInfo.InvariantCulture, out var length))
            throw new InvalidModelArtifactException("The artifact's header is damaged.");

        var body = artifact[(end + 1)..];
        if (body.Length < length)
            throw new InvalidModelArtifactException($"The artifact is truncated: {body.Length} of {length} bytes are there.");
        if (body.Length > length)
            throw new InvalidModelArtifactException($"The artifact is followed by {body.Length - length} bytes that do not belong to it.");
        if (header[3] != Sha256(body))
            throw new InvalidModelArtifactException("The artifact is damaged: its content does not have the SHA-256 that its header names.");
        return body;
    }

    public static string Sha256(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
