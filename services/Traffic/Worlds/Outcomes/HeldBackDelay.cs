using System.Globalization;

namespace MonitoringDemo.Traffic.Worlds.Outcomes;

/// <summary>Outcomes are held back for a while: what would have come before a row comes with it, all at once.</summary>
/// <param name="Others">How outcomes come otherwise.</param>
/// <param name="From">The first row whose outcome is held back.</param>
/// <param name="Until">The row with which they come.</param>
public sealed record HeldBackDelay(IOutcomeDelay Others, long From, long Until) : IOutcomeDelay
{
    /// <inheritdoc />
    public int Shortest => Others.Shortest;

    /// <inheritdoc />
    public int Longest => (int)Math.Max(Others.Longest, Until - From);

    /// <inheritdoc />
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{Others.InWords}, those of rows {From:N0} to {Until:N0} not before row {Until:N0}");

    /// <inheritdoc />
    public int? RowsAfter(long row, byte label) => Others.RowsAfter(row, label) is not { } rows ? null
        : row >= From ? (int)Math.Max(rows, Until - row)
        : rows;
}
