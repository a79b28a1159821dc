using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Demo.Replay;

/// <summary>How a file is to be read as a stream.</summary>
/// <param name="File">A CSV or CSV.gz file with a header.</param>
/// <param name="Label">The column to predict.</param>
/// <param name="Time">The column to sort by, which is then no feature; null keeps the file's order.</param>
/// <param name="Ignore">Columns that are no features: each text one name, or several with commas between.</param>
/// <param name="Warmup">Rows of history; null for a fifth of the rows, at least 100 and at most 5,000.</param>
/// <param name="Outcomes">How late outcomes come.</param>
public sealed record ReplaySettings(
    string File,
    string Label,
    string? Time,
    IReadOnlyList<string> Ignore,
    int? Warmup,
    IOutcomeDelay Outcomes)
{
    /// <summary>How the dates of <see cref="Time"/> are written; null to find it out.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>Which texts say that a value is not there; empty for the usual ones.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The decimal sign, point or comma; null to find it out.</summary>
    public char? DecimalSign { get; init; }

    /// <summary>The name of the file's encoding; null for UTF-8.</summary>
    public string? Encoding { get; init; }
}
