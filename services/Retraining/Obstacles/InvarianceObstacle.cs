using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>A feature that must not matter does not: other values of it change few answers.</summary>
internal sealed class InvarianceObstacle(string feature, double most) : IObstacle
{
    // The same deal for every candidate.
    private const ulong Seed = 20_212;

    public string Name => $"{feature} does not matter";

    public ObstacleResult Try(Candidate candidate, RowAnswers answers)
    {
        var rows = candidate.Holdout;
        if (Disturbance.Ask(candidate.Model, Disturbance.Shuffled(rows, ObstacleRows.Feature(rows, feature), Seed)) is not { } dealt) return ObstacleResult.Of(false, $"a row gets no probability");
        var changed = Enumerable.Range(0, rows.Count).Count(row => !dealt.IsSame(answers, row));
        var share = (double)changed / rows.Count;
        return ObstacleResult.Of(share <= most, $"{share:0.000} of the answers change when its values are dealt out anew, at most {most:0.000}");
    }
}
