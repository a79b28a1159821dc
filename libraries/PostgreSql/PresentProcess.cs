namespace MonitoringDemo.PostgreSql;

/// <summary>A process that serves.</summary>
/// <param name="Instance">Its name.</param>
/// <param name="Serves">The release that it serves; 0 for none.</param>
/// <param name="Ago">How long ago it said so, by the clock of the database.</param>
public sealed record PresentProcess(string Instance, long Serves, TimeSpan Ago);
