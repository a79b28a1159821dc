namespace MonitoringDemo.Retraining.Privacy;

/// <summary>The rows that versions were trained on, without those that were erased.</summary>
/// <param name="Versions">The versions that learned from them.</param>
/// <param name="Before">SHA-256 of the rows as they were trained on: that file is gone.</param>
/// <param name="After">SHA-256 of the rows that are left.</param>
/// <param name="Rows">How many rows are gone.</param>
internal sealed record ErasedSnapshot(IReadOnlyList<int> Versions, string Before, string After, int Rows);
