namespace MonitoringDemo.Retraining.Decide;

/// <summary>One row of the policy table: evidence on the left, response on the right.</summary>
internal interface IRule
{
    /// <summary>The left column, in words.</summary>
    string Evidence { get; }

    /// <summary>What this row wants done now; usually nothing.</summary>
    IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits);
}
