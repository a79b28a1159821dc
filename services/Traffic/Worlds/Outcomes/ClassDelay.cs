namespace MonitoringDemo.Traffic.Worlds.Outcomes;

/// <summary>Each class has a delay of its own: a fraud is told after weeks, that there was none after months.</summary>
/// <param name="Zero">How outcomes of class 0 come.</param>
/// <param name="One">How outcomes of class 1 come.</param>
public sealed record ClassDelay(IOutcomeDelay Zero, IOutcomeDelay One) : IOutcomeDelay
{
    /// <inheritdoc />
    public int Shortest => Math.Min(Zero.Shortest, One.Shortest);

    /// <inheritdoc />
    public int Longest => Math.Max(Zero.Longest, One.Longest);

    /// <inheritdoc />
    public string InWords => $"{Zero.InWords} for class 0 and {One.InWords} for class 1";

    /// <inheritdoc />
    public int? RowsAfter(long row, byte label) => (label == 0 ? Zero : One).RowsAfter(row, label);
}
