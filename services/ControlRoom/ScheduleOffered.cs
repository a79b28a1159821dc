namespace MonitoringDemo.ControlRoom;

/// <summary>Registered by a host that maps <c>/v1/schedule</c> beside the page: the page then can compare the fleet with a cron job.</summary>
public sealed record ScheduleOffered;
