namespace MonitoringDemo.ControlRoom.Picture;

/// <summary>One finding of an entry.</summary>
/// <param name="Id">As in the message.</param>
/// <param name="Row">The row that completed the evidence.</param>
/// <param name="Feature">The input concerned; null for the model or whole rows.</param>
/// <param name="Onset">The estimated first row of the change.</param>
/// <param name="Summary">The finding with its numbers.</param>
/// <param name="EndedAtRow">Where it stopped to hold; null while it does.</param>
internal sealed record FoundShown(string Id, long Row, string? Feature, long Onset, string Summary, long? EndedAtRow = null);
