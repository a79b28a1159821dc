namespace MonitoringDemo.Traffic;

/// <summary>What happens to the world. Rows are those of the inference log, as the page counts them.</summary>
/// <param name="NextRow">The next row.</param>
/// <param name="ScenarioId">The running scenario; null when none runs.</param>
/// <param name="OnsetRow">The first row that it changes.</param>
/// <param name="EndRow">The first row after it, if nobody ends it sooner.</param>
/// <param name="IsSecret">Whether nobody is told of it.</param>
public sealed record WorldTruth(long NextRow, string? ScenarioId, long? OnsetRow, long? EndRow, bool IsSecret);
