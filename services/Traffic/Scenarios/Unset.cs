namespace MonitoringDemo.Traffic.Scenarios;

internal static class Unset
{
    /// <summary>No settings.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>();
}
