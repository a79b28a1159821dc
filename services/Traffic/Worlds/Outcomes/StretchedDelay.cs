using System.Globalization;

namespace MonitoringDemo.Traffic.Worlds.Outcomes;

/// <summary>Outcomes come several times as late.</summary>
/// <param name="Others">How they came before.</param>
/// <param name="Times">How many times as late, 1 or more.</param>
public sealed record StretchedDelay(IOutcomeDelay Others, int Times) : IOutcomeDelay
{
    /// <inheritdoc />
    public int Shortest => Others.Shortest * Times;

    /// <inheritdoc />
    public int Longest => checked(Others.Longest * Times);

    /// <inheritdoc />
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{Others.InWords}, {Times} times as late");

    /// <inheritdoc />
    public int? RowsAfter(long row, byte label) => Others.RowsAfter(row, label) * Times;
}
