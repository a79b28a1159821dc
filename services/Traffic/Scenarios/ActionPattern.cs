namespace MonitoringDemo.Traffic.Scenarios;

/// <summary>A decision that must be made after the onset.</summary>
/// <param name="Action">The action (see <c>DecisionActions</c>).</param>
/// <param name="Gate">The gate that must be named as the one that failed; null takes any, and none.</param>
/// <param name="Within">Rows from the onset in which it must come; null gives it until the end.</param>
public sealed record ActionPattern(string Action, string? Gate = null, long? Within = null)
{
    /// <summary>Rows from the onset before which it does not count: where what it answers begins later.</summary>
    public long After { get; init; }

    /// <summary>Whether a decision fits, its row aside.</summary>
    public bool Matches(string action, string? gate) =>
        string.Equals(Action, action, StringComparison.Ordinal)
        && (Gate is null || string.Equals(Gate, gate, StringComparison.Ordinal));
}
