using System.Globalization;
using MonitoringDemo.Traffic.Songs;

namespace MonitoringDemo.Traffic.Worlds.Outcomes;

/// <summary>Each delay between two bounds is as likely as any other.</summary>
/// <param name="Shortest">The lower bound, 0 or more.</param>
/// <param name="Longest">The upper bound, included.</param>
/// <param name="Seed">Decides which row waits how long.</param>
public sealed record UniformDelay(int Shortest, int Longest, ulong Seed) : IOutcomeDelay
{
    private const int Use = -3;

    /// <inheritdoc />
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{Shortest:N0} to {Longest:N0} rows later");

    /// <inheritdoc />
    public int? RowsAfter(long row, byte label) => Shortest + (int)(SongGenerator.Uniform(Seed, row, Use) * (Longest - Shortest + 1L));
}
