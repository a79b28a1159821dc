namespace MonitoringDemo.Demo.Live.Schedule;

/// <summary>The cron job beside the fleet, as far as it has read.</summary>
/// <param name="Every">Rows between two trainings.</param>
/// <param name="Window">Newest rows with an outcome that it trains on.</param>
/// <param name="Trainer">With default settings.</param>
/// <param name="SinceRow">The first row that it answered; null until it has begun.</param>
/// <param name="Row">One past the newest.</param>
/// <param name="Trainings">How often it trained since.</param>
/// <param name="Problem">Why it stands still, where something went wrong.</param>
/// <param name="Points">Its right answers, oldest first.</param>
internal sealed record ScheduleShown(int Every, int Window, string Trainer, long? SinceRow, long Row, int Trainings, string? Problem, IReadOnlyList<SchedulePoint> Points);
