namespace MonitoringDemo.PostgreSql;

/// <summary>Under which holding of which lease a journal is written.</summary>
/// <param name="Lease">The lease.</param>
/// <param name="Fence">The number of the holding.</param>
public sealed record JournalFence(LeaseName Lease, long Fence);
