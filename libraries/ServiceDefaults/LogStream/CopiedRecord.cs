namespace MonitoringDemo.ServiceDefaults.LogStream;

/// <summary>What became of a message in a copy of a log.</summary>
/// <param name="IsKnown">True when the copy had it already.</param>
/// <param name="Missing">Records before it that the copy does not have, and now never will.</param>
/// <param name="Refused">Outcomes in it of rows that have not come, for which there was no room to wait.</param>
internal readonly record struct CopiedRecord(bool IsKnown, long Missing, int Refused = 0);
