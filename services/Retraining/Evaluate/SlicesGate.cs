using MonitoringDemo.Learning.Evaluation;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>Better on the whole must not be paid for by one group: no slice is clearly and much worse.</summary>
internal sealed class SlicesGate : IGate
{
    private const double LeastLoss = 0.02;
    private const double Sigmas = 3;

    public string Name => "slices";

    public int Order => 40;

    public (bool Passed, string Evidence) Judge(Candidate candidate)
    {
        var checkedSlices = 0;
        foreach (var (name, rows) in SlicedEvaluator.Slices(candidate.Holdout))
        {
            checkedSlices++;
            var (sum, squares) = (0.0, 0.0);
            foreach (var row in rows)
            {
                var values = candidate.Holdout.Row(row);
                var gain = PairedLoss.Brier(candidate.Champion!.Score(values), candidate.Model.Score(values), candidate.Holdout.Labels[row]);
                (sum, squares) = (sum + gain, squares + (gain * gain));
            }

            var mean = sum / rows.Count;
            var error = Math.Sqrt(Math.Max(0, (squares / rows.Count) - (mean * mean)) / rows.Count);
            if (mean < -LeastLoss && mean < -Sigmas * error)
                return (false, FormattableString.Invariant($"squared error higher by {-mean:0.000} a row where {name}, on {rows.Count} rows"));
        }

        return (true, checkedSlices == 0 ? "no slice is large enough to compare" : $"none of {checkedSlices} slices is much worse");
    }
}
