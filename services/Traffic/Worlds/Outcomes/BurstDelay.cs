using System.Globalization;

namespace MonitoringDemo.Traffic.Worlds.Outcomes;

/// <summary>Outcomes come in bursts, as from a nightly job: those of a block of rows together, with its last row.</summary>
/// <param name="Rows">Rows of a block, 1 or more; blocks begin at multiples of it.</param>
public sealed record BurstDelay(int Rows) : IOutcomeDelay
{
    /// <inheritdoc />
    public int Shortest => 0;

    /// <inheritdoc />
    public int Longest => Rows - 1;

    /// <inheritdoc />
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"together, every {Rows:N0} rows");

    /// <inheritdoc />
    public int? RowsAfter(long row, byte label) => Rows - 1 - (int)(row % Rows);
}
