using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Evaluate;

namespace Labs.SliceGate;

/// <summary>In each category of a categorical feature: of the rows that only one of the two got right, has the champion won more than chance gives it?</summary>
public sealed class MyGate : IGate
{
    private const double Sigmas = 4;

    public string Name => "my-slices";

    public int Order => 35;

    public (bool Passed, string Evidence) Judge(Candidate candidate)
    {
        var compared = 0;
        foreach (var (slice, rows) in SlicedEvaluator.Slices(candidate.Holdout, leastRows: 30))
        {
            compared++;
            var (champion, challenger) = (0, 0);
            foreach (var i in rows)
            {
                var row = candidate.Holdout.Row(i);
                var before = Evaluator.Decide(candidate.Champion!.Score(row)) == candidate.Holdout.Labels[i];
                var after = Evaluator.Decide(candidate.Model.Score(row)) == candidate.Holdout.Labels[i];
                if (before && !after) champion++;
                if (after && !before) challenger++;
            }

            // If both were as good, the difference would have this spread: the sign test, McNemar 1947.
            if (champion - challenger > Sigmas * Math.Sqrt(champion + challenger))
                return (false, $"where {slice}, {champion} answers were lost and {challenger} won, on {rows.Count} rows");
        }

        return (true, $"no group of {compared} lost more answers than chance takes");
    }
}
