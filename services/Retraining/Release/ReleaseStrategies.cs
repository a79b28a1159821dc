namespace MonitoringDemo.Retraining.Release;

/// <summary>The ways in which a version comes to answer all requests.</summary>
internal static class ReleaseStrategies
{
    /// <summary>In one step.</summary>
    public const string Direct = "direct";

    /// <summary>By growing shares of the requests.</summary>
    public const string Canary = "canary";

    /// <summary>Every one.</summary>
    public static IReadOnlyList<string> All { get; } = [Direct, Canary];
}
