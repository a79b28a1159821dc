namespace MonitoringDemo.Retraining.Evaluate;

internal sealed class EnoughRowsGate(int leastHoldout) : IGate
{
    private const int LeastOfAClass = 20;

    public string Name => "enough-rows";

    public (bool Passed, string Evidence) Judge(Candidate candidate)
    {
        var (zeros, ones) = candidate.TrainingLabels;
        return (Math.Min(zeros, ones) >= LeastOfAClass && candidate.Holdout.Count >= leastHoldout,
            $"trained on {zeros} and {ones} rows of the two classes, judged on {candidate.Holdout.Count} newer ones (at least {LeastOfAClass} of each, and {leastHoldout})");
    }
}
