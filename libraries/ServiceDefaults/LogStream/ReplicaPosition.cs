namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>How far a stream has been read, and by what it is known again: the broker gives a stream no name but the one that the next of it has too.</summary>
/// <param name="Stream">The name of the stream.</param>
/// <param name="Offset">Where the last message that was taken stands in it.</param>
/// <param name="Sha256">The digest of that message's bytes.</param>
/// <param name="Copied">The record that was to come next in the copy then: one that ends before it has lost its end. 0 where that was not written down.</param>
internal sealed record ReplicaPosition(string Stream, long Offset, string Sha256, long Copied = 0);
