using System.Globalization;
using MonitoringDemo.Traffic.Songs;

namespace MonitoringDemo.Traffic.Worlds.Outcomes;

/// <summary>A share of the outcomes never comes; which ones has nothing to do with their labels.</summary>
/// <param name="Others">How the others come.</param>
/// <param name="NeverShare">0 to 1.</param>
/// <param name="Seed">Decides which rows.</param>
public sealed record LossyDelay(IOutcomeDelay Others, double NeverShare, ulong Seed) : IOutcomeDelay
{
    private const int Use = -1;

    /// <inheritdoc />
    public int Shortest => Others.Shortest;

    /// <inheritdoc />
    public int Longest => Others.Longest;

    /// <inheritdoc />
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{Others.InWords}, {NeverShare:P0} of them never");

    /// <inheritdoc />
    public int? RowsAfter(long row, byte label) =>
        SongGenerator.Uniform(Seed, row, Use) >= NeverShare ? Others.RowsAfter(row, label) : null;
}
