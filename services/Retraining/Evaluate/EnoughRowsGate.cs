using MonitoringDemo.Retraining.Decide;

namespace MonitoringDemo.Retraining.Evaluate;

internal sealed class EnoughRowsGate(JudgingOptions options) : IGate
{
    private const int LeastOfAClass = 20;
    private const int LeastOfAClassAfterCollapse = 4;

    public string Name => "enough-rows";

    public int Order => 10;

    public (bool Passed, string Evidence) Judge(Candidate candidate)
    {
        var (zeros, ones) = candidate.TrainingLabels;
        var (labels, holdout) = (Stakes.Scale(1.5, candidate.Drop, LeastOfAClassAfterCollapse, LeastOfAClass), candidate.Proof is null ? HoldoutFor(options, candidate.Drop) : options.LeastHoldoutAfterCollapse);
        return (Math.Min(zeros, ones) >= labels && candidate.Holdout.Count >= holdout,
            $"trained on {zeros} and {ones} rows of {(candidate.Model.Schema.Task.Classes > 2 ? "all other classes and of the most frequent" : "the two classes")}, judged on {candidate.Holdout.Count} newer ones (at least {labels} of each, and {holdout})");
    }

    /// <summary>The least rows to judge a candidate on, by the fall of accuracy that it is to mend.</summary>
    public static int HoldoutFor(JudgingOptions options, double drop) => Stakes.Scale(2.5, drop, options.LeastHoldoutAfterCollapse, options.LeastHoldout);
}
