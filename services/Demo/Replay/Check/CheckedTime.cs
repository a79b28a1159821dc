namespace MonitoringDemo.Demo.Replay.Check;

/// <summary>What a column of times says of the order of the rows.</summary>
/// <param name="Column">The column.</param>
/// <param name="From">The earliest time, ISO 8601.</param>
/// <param name="To">The latest time, ISO 8601.</param>
/// <param name="OutOfOrder">Rows that are earlier than the row before them.</param>
/// <param name="LongestGapSeconds">The longest time between two rows that follow each other, in seconds.</param>
/// <param name="GapBefore">Where the row behind that gap stands.</param>
/// <param name="MeanGapSeconds">The time from the earliest to the latest row over their number, in seconds.</param>
public sealed record CheckedTime(string Column, string From, string To, long OutOfOrder, double LongestGapSeconds, string GapBefore, double MeanGapSeconds);
