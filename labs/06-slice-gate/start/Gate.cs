using MonitoringDemo.Retraining.Evaluate;

namespace Labs.SliceGate;

public sealed class MyGate : IGate
{
    public string Name => "my-slices";

    public int Order => 35;

    public (bool Passed, string Evidence) Judge(Candidate candidate)
    {
        // candidate.Champion!.Score(row) and candidate.Model.Score(row) give the probability of a hit,
        // candidate.Holdout.Row(i) the values and candidate.Holdout.Labels[i] what really happened.
        // TODO: compare the two in each group, and stop a candidate that is much worse in one.
        return (true, "nothing was compared");
    }
}
