namespace MonitoringDemo.Demo.Labs;

/// <summary>What a check says of one step.</summary>
/// <param name="Id">As in the lab's hints.</param>
/// <param name="Passed">Whether it works.</param>
/// <param name="Says">What was measured, in one sentence.</param>
internal sealed record LabStep(string Id, bool Passed, string Says);
