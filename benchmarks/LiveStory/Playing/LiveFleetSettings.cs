namespace MonitoringDemo.LiveStory.Playing;

/// <summary>How the demo is started.</summary>
/// <param name="Seed">Decides every song.</param>
/// <param name="SongsPerSecond">How many songs this machine is to serve in a second at most: the demo's own pace stays the page's 100, on a clock that runs that much faster.</param>
internal sealed record LiveFleetSettings(ulong Seed, double SongsPerSecond)
{
    private const double PageSongsPerSecond = 100;

    /// <summary>What the fresh world opens with.</summary>
    public string OpeningScenario { get; init; } = "decades";

    public double TimesAsFast => SongsPerSecond / PageSongsPerSecond;
}
