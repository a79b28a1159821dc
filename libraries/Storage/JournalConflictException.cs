namespace MonitoringDemo.Storage;

/// <summary>The journal is not where the caller takes it to be: somebody else writes it.</summary>
public sealed class JournalConflictException(long after, string why, Exception? inner = null)
    : IOException(FormattableString.Invariant($"What was to be appended to the registry's journal builds on entry {after}, and {why}: another retraining service works on the same registry. Stop one of the two, and start the other again."), inner)
{
    /// <summary>The record that the refused deed built on.</summary>
    public long After { get; } = after;
}
