namespace MonitoringDemo.Retraining.Release;

/// <summary>The ways in which a version comes to answer all requests.</summary>
internal static class ReleaseStrategies
{
    /// <summary>In one step.</summary>
    public const string Direct = "direct";

    /// <summary>By growing shares of the requests.</summary>
    public const string Canary = "canary";

    /// <summary>In one step, once every process has it loaded and warm; the one before it stays loaded for a stated number of rows.</summary>
    public const string BlueGreen = "blue-green";

    /// <summary>Every one.</summary>
    public static IReadOnlyList<string> All { get; } = [Direct, Canary, BlueGreen];
}
