namespace MonitoringDemo.Traffic.Scenarios;

/// <summary>Describes findings that must, or must not, be reported.</summary>
/// <param name="Kinds">Any of these kinds (see <c>FindingKinds</c>).</param>
/// <param name="Feature">The input that must be named; null takes any, and none.</param>
/// <param name="Detector">The detector that must have spoken; null takes any.</param>
/// <param name="Within">For a required finding: rows from the onset in which it must come; null gives it until the end.</param>
public sealed record FindingPattern(
    IReadOnlyList<string> Kinds,
    string? Feature = null,
    string? Detector = null,
    long? Within = null)
{
    /// <summary>Rows from the onset before which a required finding does not count: where what is to be found begins later.</summary>
    public long After { get; init; }

    /// <summary>Whether a finding fits, its row aside.</summary>
    public bool Matches(string kind, string? feature, string detector) =>
        Kinds.Contains(kind, StringComparer.Ordinal)
        && (Feature is null || string.Equals(Feature, feature, StringComparison.Ordinal))
        && (Detector is null || string.Equals(Detector, detector, StringComparison.Ordinal));
}
