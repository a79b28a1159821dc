namespace MonitoringDemo.Traffic.Show;

/// <summary>A scenario that runs.</summary>
/// <param name="Id">As in its manifest.</param>
/// <param name="OnsetRow">The first song that it changes.</param>
/// <param name="EndRow">The first song after it, if nobody ends it sooner.</param>
internal sealed record RunningScenario(string Id, long OnsetRow, long EndRow);
