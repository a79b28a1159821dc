namespace MonitoringDemo.Retraining.People;

/// <summary>One person's yes.</summary>
/// <param name="By">The person's name.</param>
/// <param name="Row">One past the last row read when it was taken in.</param>
/// <param name="Reason">Why, in that person's words.</param>
public sealed record Approval(string By, long Row, string Reason);
