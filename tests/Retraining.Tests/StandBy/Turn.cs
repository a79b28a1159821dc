using MonitoringDemo.ServiceDefaults.StandBy;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Tests.StandBy;

/// <summary>A lease that the test gives and takes away, also without the holder's knowledge.</summary>
internal sealed class Turn : ILease
{
    /// <summary>What the holder believes.</summary>
    public long? Fence { get; set; } = 1;

    /// <summary>The number of the newest holding.</summary>
    public long Newest { get; set; } = 1;

    public void Lost(long fence) => Fence = null;

    public IJournal Under(IJournal journal, long fence) => new Fenced(journal, this, fence);

    private sealed class Fenced(IJournal journal, Turn turn, long fence) : IJournal
    {
        public IReadOnlyList<JournalRecord> Read() => journal.Read();

        public string? Append(long after, long row, DateTimeOffset time, IReadOnlyList<JournalFact> deed) => turn.Newest == fence || deed.Count == 0
            ? journal.Append(after, row, time, deed)
            : throw new JournalConflictException(after, "another process holds the lease");
    }
}
