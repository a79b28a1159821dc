namespace MonitoringDemo.Demo.Labs;

/// <summary>What became of one row.</summary>
/// <param name="Row">The row that was answered.</param>
/// <param name="Label">What really happened.</param>
/// <param name="FleetRight">Whether the answer served was right.</param>
/// <param name="StaticRight">Whether model 1 would have been right.</param>
/// <param name="KnownAt">The newest row that had been served when the outcome came: as the fleet counts the row of a finding.</param>
internal sealed record LabOutcome(long Row, byte Label, bool FleetRight, bool StaticRight, long KnownAt);
