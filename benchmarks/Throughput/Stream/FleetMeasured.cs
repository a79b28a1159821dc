namespace MonitoringDemo.Throughput.Stream;

/// <summary>What a fleet came to.</summary>
/// <param name="Answered">Rows a second answered and logged.</param>
/// <param name="Dealt">Rows a second that the slower of both readers has dealt with.</param>
/// <param name="Memory">Of all services, in bytes.</param>
/// <param name="Connections">Of all services to the broker.</param>
internal sealed record FleetMeasured(double Answered, double Dealt, long Memory, int Connections);
