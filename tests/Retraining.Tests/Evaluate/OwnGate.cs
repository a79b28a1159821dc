using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Tests.Evaluate;

/// <summary>All that a gate takes: one class in one file.</summary>
internal sealed class OwnGate(JudgingOptions options) : IGate
{
    public string Name => "own";

    public int Order => 25;

    public bool JudgesTheFirst => true;

    public (bool Passed, string Evidence) Judge(Candidate candidate) => (candidate.Holdout.Count > 0, $"asked at a level of {options.QualityAlpha}");
}
