using System.Globalization;

namespace MonitoringDemo.Traffic.Worlds.Outcomes;

/// <summary>Outcomes come in one way for the rows before an onset, and in another from there on.</summary>
/// <param name="Onset">The first row of the new way.</param>
/// <param name="Before">How outcomes come until then.</param>
/// <param name="After">How they come from there on.</param>
public sealed record ChangedDelay(long Onset, IOutcomeDelay Before, IOutcomeDelay After) : IOutcomeDelay
{
    /// <inheritdoc />
    public int Shortest => Math.Min(Before.Shortest, After.Shortest);

    /// <inheritdoc />
    public int Longest => Math.Max(Before.Longest, After.Longest);

    /// <inheritdoc />
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{Before.InWords}; from row {Onset:N0} on {After.InWords}");

    /// <inheritdoc />
    public int? RowsAfter(long row, byte label) => (row < Onset ? Before : After).RowsAfter(row, label);
}
