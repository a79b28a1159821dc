namespace MonitoringDemo.Traffic.Worlds.Outcomes;

/// <summary>Which outcomes have become known since they were looked at last.</summary>
/// <param name="From">The first row whose outcome may be among them.</param>
/// <param name="To">One past the last such row.</param>
internal readonly record struct DueOutcomes(IOutcomeDelay Delay, long Served, long ServedNow, long From, long To)
{
    /// <summary>The outcomes that became known while the number of rows served grew from one value to another.</summary>
    /// <param name="delay">How outcomes come.</param>
    /// <param name="firstRow">The first row that was served.</param>
    /// <param name="served">One past the last row served, then.</param>
    /// <param name="servedNow">One past the last row served, now.</param>
    public static DueOutcomes Between(IOutcomeDelay delay, long firstRow, long served, long servedNow) => new(
        delay,
        served,
        servedNow,
        Math.Max(firstRow, served - delay.Longest),
        servedNow - delay.Shortest);

    /// <summary>Whether songs were served since.</summary>
    public bool IsAny => ServedNow > Served;

    /// <summary>Whether the outcome of a row is one of them.</summary>
    public bool Includes(long row, byte label) =>
        Delay.RowsAfter(row, label) is { } rows && row + rows >= Served && row + rows < ServedNow;
}
