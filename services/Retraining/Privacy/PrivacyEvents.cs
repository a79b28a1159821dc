using MonitoringDemo.Retraining.Register;

namespace MonitoringDemo.Retraining.Privacy;

/// <summary>The rows of a subject were erased. Who it was, and what the rows said, is not told.</summary>
/// <param name="Id">Of the erasure.</param>
/// <param name="By">Who asked for it to be done.</param>
/// <param name="Reason">Why, in one sentence.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Spans">Which, by their numbers in the log: nothing is learned from them any more.</param>
/// <param name="Snapshots">The snapshots that held some of them.</param>
internal sealed record RowsErased(string Id, string By, string Reason, int Rows, IReadOnlyList<RowSpan> Spans, IReadOnlyList<ErasedSnapshot> Snapshots) : JournalEvent;
