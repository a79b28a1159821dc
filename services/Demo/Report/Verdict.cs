namespace MonitoringDemo.Demo.Report;

/// <summary>Whether the fleet did what the scenario's manifest asks for, and why.</summary>
/// <param name="Passed">True when every check passed.</param>
/// <param name="Why">What was shown, or everything that failed.</param>
/// <param name="DelayRows">First required finding − onset; null when none came or none was required.</param>
public sealed record Verdict(bool Passed, string Why, long? DelayRows)
{
    /// <summary>As it is written in the report.</summary>
    public string Word => Passed ? "pass" : "fail";
}
