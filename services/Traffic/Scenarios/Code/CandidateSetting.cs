namespace MonitoringDemo.Traffic.Scenarios.Code;

/// <summary>What is trained, as a deployment is told it.</summary>
internal static class CandidateSetting
{
    /// <param name="candidates">As <c>Retraining:Candidates</c> takes them.</param>
    public static IReadOnlyDictionary<string, string?> Of(string candidates) => new Dictionary<string, string?> { ["Retraining:Candidates"] = candidates };
}
