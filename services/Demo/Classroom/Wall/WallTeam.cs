using MonitoringDemo.ControlRoom;

namespace MonitoringDemo.Demo.Classroom.Wall;

/// <summary>A team as the wall shows it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Code">What its members type at <c>/join</c>.</param>
/// <param name="Problem">Why its fleet does not run; null while it does.</param>
/// <param name="Fleet">How its fleet stands; null while it does not run.</param>
/// <param name="Mystery">Its newest mystery; null where it had none.</param>
internal sealed record WallTeam(string Name, string Code, string? Problem, FleetGlance? Fleet, WallMystery? Mystery);
