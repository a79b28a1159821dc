using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>To score rows it allocates next to nothing, so that serving makes no garbage.</summary>
internal sealed class AllocationObstacle(double mostBytes) : IObstacle
{
    public string Name => "allocation";

    public ObstacleResult Try(Candidate candidate, RowAnswers answers)
    {
        var (values, scores) = (candidate.Holdout.Values.ToArray(), new double[candidate.Holdout.Count]);
        // Once before: what is made on first use is not made again.
        candidate.Model.Score(values, scores);
        var before = GC.GetAllocatedBytesForCurrentThread();
        candidate.Model.Score(values, scores);
        var bytes = (double)(GC.GetAllocatedBytesForCurrentThread() - before) / scores.Length;
        return ObstacleResult.Of(bytes <= mostBytes, $"{bytes:0.0} bytes a row, at most {mostBytes:0.0}");
    }
}
