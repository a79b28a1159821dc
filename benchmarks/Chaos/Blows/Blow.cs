namespace MonitoringDemo.Chaos.Blows;

/// <summary>One thing that was done to the fleet.</summary>
/// <param name="Kind">What, for the table.</param>
/// <param name="IsTold">Whether some service was unready meanwhile, or did not answer at all.</param>
/// <param name="Alerts">The alerts whose condition came to hold meanwhile.</param>
/// <param name="BackAfter">From its end until all services were ready.</param>
internal sealed record Blow(string Kind, bool IsTold, IReadOnlyList<string> Alerts, TimeSpan BackAfter);
