namespace MonitoringDemo.Demo.Matrix;

/// <summary>What came of one scenario with one seed and one part switched off.</summary>
/// <param name="Scenario">Its id.</param>
/// <param name="Seed">Which songs.</param>
/// <param name="Part">gate:NAME, policy:NAME or detector:NAME; empty where nothing was off.</param>
/// <param name="IsRight">Whether the verdict is pass.</param>
/// <param name="Why">The verdict in one sentence.</param>
/// <param name="Gained">Rows of a hundred from the onset on that were answered right beyond the static twin.</param>
/// <param name="FalseActions">As in the matrix.</param>
/// <param name="Used">Of the run with nothing off: every part that had something to say.</param>
internal sealed record AblationCell(string Scenario, ulong Seed, string Part, bool IsRight, string Why, double Gained, int FalseActions, IReadOnlyList<string> Used);
