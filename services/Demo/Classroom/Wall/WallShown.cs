namespace MonitoringDemo.Demo.Classroom.Wall;

/// <summary>The answer of <c>GET /v1/wall</c>.</summary>
/// <param name="Teams">In the order in which they were named.</param>
/// <param name="Spotlight">The team that is shown large; null for none.</param>
/// <param name="League">The league table.</param>
internal sealed record WallShown(IReadOnlyList<WallTeam> Teams, string? Spotlight, IReadOnlyList<LeagueRow> League);
