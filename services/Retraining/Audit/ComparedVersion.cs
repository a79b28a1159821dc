namespace MonitoringDemo.Retraining.Audit;

/// <summary>Where a version came from, in the words of the registry.</summary>
/// <param name="Version">Which.</param>
/// <param name="Recipe">Trainer and settings.</param>
/// <param name="Seed">The trainer's seed.</param>
/// <param name="Trigger">Why it was made.</param>
/// <param name="FromRow">First row of its window.</param>
/// <param name="ToRow">One past the last.</param>
/// <param name="Rows">Labelled rows in it.</param>
/// <param name="DataSetSha256">Of them.</param>
/// <param name="Code">Version and commit of the program that trained it.</param>
public sealed record ComparedVersion(int Version, string Recipe, ulong Seed, string Trigger, long FromRow, long ToRow, int Rows, string DataSetSha256, string Code);
