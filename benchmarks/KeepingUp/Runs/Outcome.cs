namespace MonitoringDemo.KeepingUp.Runs;

/// <summary>Both sides of a case.</summary>
internal sealed record Outcome(Case Played, FleetResult Fleet, IReadOnlyList<PeerResult> Peers, TimeSpan FleetTook, TimeSpan PeersTook, bool WereKept);
