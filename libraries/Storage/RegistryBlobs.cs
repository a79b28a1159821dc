using System.Buffers;

namespace MonitoringDemo.Storage;

/// <summary>The names under which the registry's bytes are kept, each made of a SHA-256 in lower-case hexadecimal.</summary>
/// <remarks>The folder keeps the spelling that it began with: what is stored is not renamed.</remarks>
public static class RegistryBlobs
{
    private static readonly SearchValues<char> Hex = SearchValues.Create("0123456789abcdef");

    /// <summary>Whether a text can name a blob: a SHA-256 in lower-case hexadecimal. Ask it of what comes from outside.</summary>
    public static bool IsSha256(string? text) => text is { Length: 64 } && !text.AsSpan().ContainsAnyExcept(Hex);

    /// <summary>The signed statement about the journal: which record was its last one at the last release.</summary>
    public const string Head = "journal-head.dsse.json";

    /// <summary>A model, by its own SHA-256.</summary>
    public static string Artifact(string sha256) => $"artefacts/{sha256}.model";

    /// <summary>The signed statement about a model.</summary>
    public static string Envelope(string sha256) => $"artefacts/{sha256}.dsse.json";

    /// <summary>A version's bill of materials as the statement about its model names it, by the SHA-256 of the bill.</summary>
    public static string Bill(string sha256) => $"bills/{sha256}.cdx.json";

    /// <summary>The signed statement that a release may serve an older version than the one before it.</summary>
    public static string Permit(long sequence) => FormattableString.Invariant($"permits/{sequence}.dsse.json");

    /// <summary>The rows that a model was trained on, by the SHA-256 of the data set.</summary>
    public static string Snapshot(string sha256) => $"snapshots/{sha256}.parquet";

    /// <summary>The same, as builds wrote it before Parquet.</summary>
    public static string FormerSnapshot(string sha256) => $"snapshots/{sha256}.rows";
}
