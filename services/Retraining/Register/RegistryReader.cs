using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Register;

/// <summary>Reads a registry without claiming it: also while a fleet works in it, and after it stopped.</summary>
public static class RegistryReader
{
    /// <summary>Every registered version, oldest first; none when the journal is empty.</summary>
    /// <exception cref="DamagedJournalException">A line does not hold.</exception>
    public static IReadOnlyList<ModelView> Read(IJournal journal)
    {
        var state = State(journal);
        return [.. state.Versions.Select(version => ModelView.Of(version, state))];
    }

    /// <summary>Every candidate of every training run, oldest first; none when the journal is empty.</summary>
    /// <exception cref="DamagedJournalException">A line does not hold.</exception>
    public static IReadOnlyList<ExperimentView> ReadExperiments(IJournal journal) => ExperimentView.All(State(journal));

    private static RegistryState State(IJournal journal) => JournalEntry.In(journal).Aggregate(RegistryState.Empty, RegistryFold.Apply);
}
