using MonitoringDemo.Demo.Replay.Stated;
using MonitoringDemo.Tables;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Demo.Replay;

/// <summary>How files are to be read as a stream.</summary>
/// <param name="Files">Files in their order, or patterns of names.</param>
/// <param name="Label">The column to predict.</param>
/// <param name="Time">The column to sort by, which is then no feature; null keeps the file's order.</param>
/// <param name="Ignore">Columns that are no features: each text one name, or several with commas between.</param>
/// <param name="Warmup">Rows of history; null for a fifth of the rows, at least 100 and at most 5,000.</param>
/// <param name="Outcomes">How late outcomes come.</param>
public sealed record ReplaySettings(
    IReadOnlyList<string> Files,
    string Label,
    string? Time,
    IReadOnlyList<string> Ignore,
    int? Warmup,
    IOutcomeDelay Outcomes)
{
    /// <summary>How the dates of <see cref="Time"/> are written; null to find it out.</summary>
    public string? TimeFormat { get; init; }

    /// <summary>The time zone of times without one of their own; null for UTC.</summary>
    public string? TimeZone { get; init; }

    /// <summary>Which texts say that a value is not there; empty for the usual ones.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>The decimal sign, point or comma; null to find it out.</summary>
    public char? DecimalSign { get; init; }

    /// <summary>What a schema file says of the columns; null to find it out.</summary>
    public StatedSchema? Schema { get; init; }

    /// <summary>What is said of text files.</summary>
    public TableOptions Text { get; init; } = new();
}
