namespace MonitoringDemo.ControlRoom.Picture;

internal static class FeedKinds
{
    public const string Finding = "finding";
    public const string Decision = "decision";
    public const string Release = "release";
    public const string Alert = "alert";
    public const string Scenario = "scenario";
}
