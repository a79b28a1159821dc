namespace MonitoringDemo.Inference.TakeHistory;

/// <summary>The answer to <c>POST /v1/history</c>.</summary>
/// <param name="FirstRow">The number that the first row got.</param>
/// <param name="NextRow">The number of the row that comes next.</param>
/// <param name="Complete">Whether history is complete now.</param>
internal sealed record HistoryReply(long FirstRow, long NextRow, bool Complete);
