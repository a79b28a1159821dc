using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>What serving answered and what training makes of the same rows is the same: the champion, asked here, gives the score that it gave there. Else rows reach the model in another shape where it serves.</summary>
internal sealed class SkewObstacle(double most) : IObstacle
{
    // Other processors may add in another order.
    private const double Same = 1e-9;

    public string Name => "skew between training and serving";

    public ObstacleResult Try(Candidate candidate, RowAnswers answers)
    {
        var (rows, compared, other, largest) = (candidate.Holdout, 0, 0, 0.0);
        for (var i = 0; i < rows.Count; i++)
        {
            if (candidate.Champion is not { } champion || candidate.Served is not { } served || double.IsNaN(served[i])) continue;
            var difference = Math.Abs(champion.Score(rows.Row(i)) - served[i]);
            (compared, other, largest) = (compared + 1, other + (difference > Same ? 1 : 0), Math.Max(largest, difference));
        }

        if (compared == 0) return ObstacleResult.Of(true, $"no held-out row was answered by the champion");
        var share = (double)other / compared;
        return ObstacleResult.Of(share <= most, $"{share:0.000} of {compared} rows got another score where they were served, by at most {largest:0.000}; at most {most:0.000}");
    }
}
