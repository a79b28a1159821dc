namespace MonitoringDemo.Demo.Mystery.Case;

/// <summary>The book as it is stored.</summary>
/// <param name="Cases">Oldest first.</param>
internal sealed record MysteryPages(IReadOnlyList<MysteryCase> Cases);
