namespace MonitoringDemo.Demo.Classroom.Teams;

/// <summary>The teams of a classroom as they are kept: after a restart each has its code again.</summary>
/// <param name="Teams">In the order of the wall.</param>
internal sealed record TeamList(IReadOnlyList<TeamPass> Teams)
{
    /// <summary>The same codes for the names that are known, new ones for the others.</summary>
    public static TeamList Of(IReadOnlyList<string> names, TeamList? before) =>
        new([.. names.Select(name => before?.Teams.FirstOrDefault(team => team.Name == name) ?? new TeamPass(name, JoinCode.New()))]);
}
