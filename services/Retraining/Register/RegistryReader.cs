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

    /// <exception cref="Audit.AuditException">There is no such version.</exception>
    internal static VersionRecord Find(IJournal journal, int version)
    {
        var versions = State(journal).Versions;
        return version >= 1 && version <= versions.Count ? versions[version - 1]
            : throw new Audit.AuditException(versions.IsEmpty ? "There are no versions yet." : $"There is no version {version}: the newest is {versions.Count}.");
    }

    /// <summary>The same for one whose artifact and rows are asked for as well.</summary>
    /// <exception cref="Audit.AuditException">There is no such version, or it was deleted.</exception>
    internal static VersionRecord FindKept(IJournal journal, int version)
    {
        var found = Find(journal, version);
        return State(journal).Retirement is { } retirement && retirement.IsDeleted(version)
            ? throw new Audit.AuditException(FormattableString.Invariant($"Version {version} was deleted at {retirement.Moves[version].Since:yyyy-MM-dd HH:mm}Z: its artifact and rows are gone; the journal keeps its record."))
            : found;
    }

    /// <summary>What the registry's model is called.</summary>
    /// <exception cref="DamagedJournalException">A line does not hold.</exception>
    public static string ModelName(IJournal journal) => Model(journal);

    /// <inheritdoc cref="ModelName"/>
    internal static string Model(IJournal journal) => State(journal).Release?.Change.Model ?? "model";

    private static RegistryState State(IJournal journal) => JournalEntry.In(journal).Aggregate(RegistryState.Empty, RegistryFold.Apply);
}
