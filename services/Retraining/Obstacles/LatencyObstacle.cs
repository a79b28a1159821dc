using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>It answers a row fast enough, asked for one at a time, by the median.</summary>
internal sealed class LatencyObstacle(double mostMicroseconds) : IObstacle, IMeasuresTime
{
    public string Name => "latency";

    public ObstacleResult Try(Candidate candidate, RowAnswers answers)
    {
        var took = 1_000 * ScoringTime.MedianMilliseconds(candidate.Model, candidate.Holdout, TimeProvider.System);
        return ObstacleResult.Of(took <= mostMicroseconds, $"{took:0.0} microseconds a row, at most {mostMicroseconds:0.0}");
    }
}
