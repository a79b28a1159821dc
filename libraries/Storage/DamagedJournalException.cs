namespace MonitoringDemo.Storage;

/// <summary>The registry's journal cannot be trusted, so nothing is decided on it.</summary>
public sealed class DamagedJournalException : IOException
{
    /// <summary>Says what is wrong and how to go on.</summary>
    public DamagedJournalException(string what)
        : base($"The registry's journal {what}. Restore it from a copy (registry/journal.jsonl, or the database), or start anew (with --fresh, or an empty database).")
    {
    }
}
