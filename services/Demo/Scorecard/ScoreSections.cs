namespace MonitoringDemo.Demo.Scorecard;

/// <summary>The four sections of the ML Test Score.</summary>
internal static class ScoreSections
{
    public const string Data = "data";
    public const string Model = "model";
    public const string Infrastructure = "infrastructure";
    public const string Monitoring = "monitoring";

    public static IReadOnlyList<string> All { get; } = [Data, Model, Infrastructure, Monitoring];
}
