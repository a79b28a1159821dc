namespace MonitoringDemo.Demo.Classroom.Teams;

/// <summary>A team as it is kept across restarts.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Code">What its members type.</param>
internal sealed record TeamPass(string Name, string Code);
