using System.Globalization;

namespace MonitoringDemo.Traffic.Worlds.Outcomes;

/// <summary>Every outcome comes equally late.</summary>
/// <param name="Rows">The delay, 0 or more.</param>
public sealed record ConstantDelay(int Rows) : IOutcomeDelay
{
    /// <inheritdoc />
    public int Shortest => Rows;

    /// <inheritdoc />
    public int Longest => Rows;

    /// <inheritdoc />
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{Rows:N0} rows later");

    /// <inheritdoc />
    public int? RowsAfter(long row, byte label) => Rows;
}
