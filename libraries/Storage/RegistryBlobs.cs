namespace MonitoringDemo.Storage;

/// <summary>The names under which the registry's bytes are kept, each made of a SHA-256 in lower-case hexadecimal.</summary>
/// <remarks>The folder keeps the spelling that it began with: what is stored is not renamed.</remarks>
public static class RegistryBlobs
{
    /// <summary>A model, by its own SHA-256.</summary>
    public static string Artifact(string sha256) => $"artefacts/{sha256}.model";

    /// <summary>The signed statement about a model.</summary>
    public static string Envelope(string sha256) => $"artefacts/{sha256}.dsse.json";

    /// <summary>The rows that a model was trained on, by the SHA-256 of the data set.</summary>
    public static string Snapshot(string sha256) => $"snapshots/{sha256}.rows";
}
