using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Demo.Replay;

/// <summary>How a file is to be read as a stream.</summary>
/// <param name="File">A CSV or CSV.gz file with a header.</param>
/// <param name="Label">The column to predict.</param>
/// <param name="Time">The column to sort by, which is then no feature; null keeps the file's order.</param>
/// <param name="Ignore">Columns that are no features.</param>
/// <param name="Warmup">Rows of history; null for a fifth of the rows, at least 100 and at most 5,000.</param>
/// <param name="Outcomes">How late outcomes come.</param>
public sealed record ReplaySettings(
    string File,
    string Label,
    string? Time,
    IReadOnlyList<string> Ignore,
    int? Warmup,
    IOutcomeDelay Outcomes);
