namespace MonitoringDemo.PostgreSql;

/// <summary>A lease as the database has it.</summary>
/// <param name="Fence">The number of the newest holding.</param>
/// <param name="Holder">Whose it is or was, for people.</param>
/// <param name="IsFree">Whether its time is over.</param>
public sealed record LeaseRow(long Fence, string Holder, bool IsFree);
