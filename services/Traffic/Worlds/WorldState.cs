namespace MonitoringDemo.Traffic.Worlds;

/// <summary>What lasts of the world when a scenario is over.</summary>
/// <param name="Year">The year whose songs are played, 1960 to 2019.</param>
/// <param name="TasteInverted">Whether the audience likes what it used to dislike.</param>
public readonly record struct WorldState(double Year, bool TasteInverted)
{
    /// <summary>1962: the songs of the early sixties.</summary>
    public static WorldState Steady { get; } = new(1962, false);
}
