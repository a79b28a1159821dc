namespace MonitoringDemo.Demo.Replay;

/// <summary>A stretch of rows that are in order.</summary>
/// <param name="First">Its first row.</param>
/// <param name="End">One past its last row.</param>
/// <param name="FirstKey">The least key.</param>
/// <param name="LastKey">The greatest key.</param>
internal sealed record SortedRun(long First, long End, long FirstKey, long LastKey);
