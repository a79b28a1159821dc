namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>The candidate's scores mean something on the whole: their mean on the held-out rows is near the share of ones.</summary>
/// <remarks>Replace what <see cref="Judge"/> measures by yours. What it needs (options, other services) comes through a constructor.</remarks>
internal sealed class MyGate : IGate
{
    private const double Apart = 0.15;

    public string Name => "my-gate";

    /// <summary>Between <c>quality</c> (30) and <c>slices</c> (40): unique among the gates.</summary>
    public int Order => 37;

    /// <summary>Of two classes.</summary>
    public bool Concerns(Candidate candidate) => candidate.Model.Schema.Task.Classes == 2 && candidate.Holdout.Count > 0;

    public (bool Passed, string Evidence) Judge(Candidate candidate)
    {
        var rows = candidate.Holdout;
        var (scores, ones) = (0.0, 0);
        for (var i = 0; i < rows.Count; i++)
        {
            scores += candidate.Model.Score(rows.Row(i));
            ones += rows.Labels[i];
        }

        var (mean, share) = (scores / rows.Count, (double)ones / rows.Count);
        return (Math.Abs(mean - share) <= Apart, FormattableString.Invariant($"mean score {mean:0.000} where {share:0.000} of {rows.Count} held-out rows are ones (at most {Apart} apart)"));
    }
}
