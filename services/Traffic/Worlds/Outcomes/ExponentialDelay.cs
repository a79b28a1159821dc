using System.Globalization;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Traffic.Songs;

namespace MonitoringDemo.Traffic.Worlds.Outcomes;

/// <summary>Exponentially distributed delays: most outcomes come soon, a few very late. What would come after ten times the mean comes then.</summary>
/// <param name="Mean">The mean in rows, 1 or more.</param>
/// <param name="Seed">Decides which row waits how long.</param>
public sealed record ExponentialDelay(int Mean, ulong Seed) : IOutcomeDelay
{
    private const int Use = -4;
    private const int LongestInMeans = 10;

    /// <inheritdoc />
    public int Shortest => 0;

    /// <inheritdoc />
    public int Longest => checked(Mean * LongestInMeans);

    /// <inheritdoc />
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{Mean:N0} rows later on average, some at once and some {Longest:N0} rows later");

    /// <inheritdoc />
    public int? RowsAfter(long row, byte label) =>
        (int)Math.Min(Longest, -Mean * Deterministic.Log(1 - SongGenerator.Uniform(Seed, row, Use)));
}
