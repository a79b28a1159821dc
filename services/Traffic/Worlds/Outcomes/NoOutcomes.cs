namespace MonitoringDemo.Traffic.Worlds.Outcomes;

/// <summary>No outcome ever comes.</summary>
public sealed record NoOutcomes : IOutcomeDelay
{
    /// <inheritdoc />
    public int Shortest => 0;

    /// <inheritdoc />
    public int Longest => 0;

    /// <inheritdoc />
    public string InWords => "never";

    /// <inheritdoc />
    public int? RowsAfter(long row, byte label) => null;
}
