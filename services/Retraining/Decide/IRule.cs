using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>One row of the policy table: evidence on the left, response on the right.</summary>
internal interface IRule
{
    /// <summary>The left column, in words.</summary>
    string Evidence { get; }

    /// <summary>The right column: which of <see cref="DecisionActions"/> it may answer with. Refits, promotions and ends of probation are no decisions that people see.</summary>
    IReadOnlyList<string> Actions { get; }

    /// <summary>What this row wants done now; usually nothing.</summary>
    IEnumerable<Decision> Decide(PolicyState state, Evidence evidence, PolicyLimits limits);
}
