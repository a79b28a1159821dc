namespace MonitoringDemo.Demo.Live.Schedule;

/// <summary>The outcomes that came in one stretch of rows.</summary>
/// <param name="Row">The end of the stretch.</param>
/// <param name="Outcomes">How many came.</param>
/// <param name="Correct">How many of them the cron job would have answered right.</param>
internal sealed record SchedulePoint(long Row, int Outcomes, int Correct);
