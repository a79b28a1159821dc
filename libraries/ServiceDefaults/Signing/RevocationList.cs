using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using MonitoringDemo.Storage;

namespace MonitoringDemo.ServiceDefaults.Signing;

/// <summary>What is trusted no more: <c>{ "keys": [{ "id": "…", "reason": "…" }], "artifacts": [] }</c>.</summary>
/// <param name="Keys">Keys: nothing that one of them signed is trusted.</param>
/// <param name="Artifacts">Single artifacts, by their SHA-256.</param>
public sealed record RevocationList(IReadOnlyList<Revocation> Keys, IReadOnlyList<Revocation> Artifacts)
{
    /// <summary>Its name under <c>keys/</c>.</summary>
    public const string File = "revoked.json";

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Nothing is revoked.</summary>
    public static RevocationList Empty { get; } = new([], []);

    /// <summary>Why a key is revoked; null when it is not.</summary>
    public string? Key(string id) => Keys.FirstOrDefault(revoked => revoked.Id == id)?.Reason;

    /// <summary>Why an artifact is revoked; null when it is not.</summary>
    public string? Artifact(string sha256) => Artifacts.FirstOrDefault(revoked => revoked.Id == sha256)?.Reason;

    /// <summary>Reads a list.</summary>
    /// <exception cref="InvalidSignatureException">It is missing or no such list: then nothing is known to be trusted.</exception>
    public static RevocationList Read(string file, bool mayBeMissing = false)
    {
        try
        {
            if (mayBeMissing && !System.IO.File.Exists(file)) return Empty;
            var list = JsonSerializer.Deserialize<RevocationList>(System.IO.File.ReadAllText(file), s_json) ?? throw new JsonException("it is null");
            return list.Keys.Concat(list.Artifacts).All(revoked => RegistryBlobs.IsSha256(revoked.Id)) ? list : throw new JsonException("an id is no SHA-256 in lower-case hexadecimal");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new InvalidSignatureException($"The list of what is revoked, '{Path.GetFileName(file)}', cannot be read: {e.Message.TrimEnd('.')}. Mend it; until then nothing is trusted.", e);
        }
    }

    /// <summary>Writes the list, whole or not at all.</summary>
    public void Write(string file) => WholeFile.Replace(file, Encoding.UTF8.GetBytes(JsonSerializer.Serialize(this, s_json) + "\n"), flushToDisk: true);
}
