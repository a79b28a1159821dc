using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>More of a number never speaks against class 1 (or for it): an expectation that people have of the model.</summary>
/// <param name="feature">Which number.</param>
/// <param name="up">Whether more of it speaks for class 1.</param>
/// <param name="most">The share of rows that may go the other way.</param>
internal sealed class DirectionObstacle(string feature, bool up, double most) : IObstacle
{
    // A step of half a spread; less than a thousandth of a probability is no move.
    private const double Step = 0.5;
    private const double LeastMove = 0.001;

    public string Name => $"more {feature}, {(up ? "higher" : "lower")} scores";

    public ObstacleResult Try(Candidate candidate, RowAnswers answers)
    {
        var rows = candidate.Holdout;
        if (rows.Schema.Task.Classes > 2) throw new UntestableException("with more than two classes a score has no direction");
        var place = ObstacleRows.Feature(rows, feature, FeatureKind.Numeric);
        var moved = Evaluator.Score(candidate.Model, Disturbance.Moved(rows, place, Disturbance.Seen(rows, place), Step));
        var against = Evaluator.Score(candidate.Model, rows).Zip(moved, (before, after) => up ? before - after : after - before).Count(move => move > LeastMove);
        var share = (double)against / rows.Count;
        return ObstacleResult.Of(share <= most, $"{share:0.000} of the rows go the other way, at most {most:0.000}");
    }
}
