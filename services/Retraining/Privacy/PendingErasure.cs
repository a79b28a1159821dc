using MonitoringDemo.InferenceLog.Erase;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Privacy;

/// <summary>What an erasure has to do, in a file that only its owner reads and that goes with its end: it names the subject.</summary>
internal sealed class PendingErasure(DataDirectory data)
{
    private readonly string _path = Path.Combine(data.Root, "privacy", "pending.json");

    /// <param name="Rows">Found before anything was taken away.</param>
    internal sealed record Work(string Id, SubjectKey Key, string By, string Reason, bool Retrain, IReadOnlyList<long> Rows);

    /// <summary>Null where nothing was interrupted.</summary>
    /// <exception cref="InvalidDataException">The file is not what it was.</exception>
    public Work? Load()
    {
        if (!File.Exists(_path)) return null;
        try
        {
            return System.Text.Json.JsonSerializer.Deserialize<Work>(File.ReadAllBytes(_path));
        }
        catch (System.Text.Json.JsonException e)
        {
            throw new InvalidDataException($"privacy/pending.json, what an interrupted erasure has to do, cannot be read ({e.Message}): delete it, and erase again by the same key.", e);
        }
    }

    public void Save(Work work)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        WholeFile.Replace(_path, System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(work), flushToDisk: true, ownerOnly: true);
    }

    public void Clear() => File.Delete(_path);
}
