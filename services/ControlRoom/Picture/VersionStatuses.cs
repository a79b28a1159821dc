namespace MonitoringDemo.ControlRoom.Picture;

internal static class VersionStatuses
{
    public const string Candidate = "candidate";
    public const string Shadow = "shadow";
    public const string Canary = "canary";
    public const string Champion = "champion";
    public const string Retired = "retired";
    public const string Rejected = "rejected";
    public const string RolledBack = "rolled-back";
    public const string Withdrawn = "withdrawn";
    public const string PassedOver = "passed-over";
}
