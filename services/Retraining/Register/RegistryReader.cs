namespace MonitoringDemo.Retraining.Register;

/// <summary>Reads a registry without claiming it: also while a fleet works in it, and after it stopped.</summary>
public static class RegistryReader
{
    /// <summary>Every registered version, oldest first; none when the directory holds no registry.</summary>
    /// <exception cref="DamagedJournalException">A line does not hold.</exception>
    public static IReadOnlyList<ModelView> Read(string dataDirectory)
    {
        var state = State(dataDirectory);
        return [.. state.Versions.Select(version => ModelView.Of(version, state))];
    }

    /// <summary>Every candidate of every training run, oldest first; none when the directory holds no registry.</summary>
    /// <exception cref="DamagedJournalException">A line does not hold.</exception>
    public static IReadOnlyList<ExperimentView> ReadExperiments(string dataDirectory) => ExperimentView.All(State(dataDirectory));

    private static RegistryState State(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, "registry", "journal.jsonl");
        if (!File.Exists(path)) return RegistryState.Empty;

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        return Journal.Read(bytes.AsSpan(0, file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)))
            .Aggregate(RegistryState.Empty, (folded, entry) => folded.Apply(entry));
    }
}
