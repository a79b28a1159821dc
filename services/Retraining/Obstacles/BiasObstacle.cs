using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>No group of a feature is answered 1 much less often than another.</summary>
internal sealed class BiasObstacle(string feature, double least) : IObstacle
{
    public string Name => $"bias by {feature}";

    public ObstacleResult Try(Candidate candidate, RowAnswers answers)
    {
        var rows = candidate.Holdout;
        var place = ObstacleRows.Feature(rows, feature);
        if (rows.Schema.Task.Classes > 2) throw new UntestableException("with more than two classes there is no class 1 to be answered");
        if (FairnessRatio.Of(FairnessGroup.Of(rows, answers, place, Disturbance.Seen(rows, place))) is not { } impact)
            return ObstacleResult.Of(true, $"fewer than two groups are large enough to compare");
        return ObstacleResult.Of(
            impact.Ratio >= least, impact.Upper >= least,
            $"{impact.Low.Name} is answered 1 {impact.Ratio:0.000} ({impact.Lower:0.000} to {impact.Upper:0.000}) times as often as {impact.High.Name}, at least {least:0.000}");
    }
}
