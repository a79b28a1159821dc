namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>The alert that an entry raised.</summary>
/// <param name="Id">As in the message.</param>
/// <param name="Name">What kind of alert.</param>
/// <param name="Severity"><c>info</c>, <c>warning</c> or <c>critical</c>.</param>
/// <param name="Owner">Who has to act.</param>
/// <param name="Row">The row of the event behind it.</param>
/// <param name="ResolvedAtRow">Where it ended; null while it is open.</param>
/// <param name="Resolution">What ended it, in one sentence.</param>
internal sealed record AlertShown(string Id, string Name, string Severity, string Owner, long Row, long? ResolvedAtRow = null, string? Resolution = null);
