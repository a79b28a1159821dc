namespace MonitoringDemo.Retraining.Audit;

/// <summary>Something in the registry that is not as it was written.</summary>
/// <param name="Where">The journal, or a version and its part: <c>version 3, snapshot</c>.</param>
/// <param name="What">What is wrong, in a sentence.</param>
public sealed record AuditProblem(string Where, string What);
