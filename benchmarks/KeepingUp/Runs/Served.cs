namespace MonitoringDemo.KeepingUp.Runs;

/// <summary>A change of the version that serves.</summary>
/// <param name="FromRow">The first row that it answered.</param>
/// <param name="Version">The version.</param>
/// <param name="Trigger">Why it had been trained.</param>
/// <param name="TrainedToRow">One past the last row that it was trained on.</param>
/// <param name="IsReturn">Whether it had served before: a restore or a roll-back.</param>
internal sealed record Served(long FromRow, int Version, string Trigger, long TrainedToRow, bool IsReturn);
