using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>The artifact is no larger than serving processes can take.</summary>
internal sealed class SizeObstacle(double mostKilobytes) : IObstacle
{
    public string Name => "size";

    public ObstacleResult Try(Candidate candidate, RowAnswers answers) =>
        ObstacleResult.Of(candidate.Artifact.Length <= 1_000 * mostKilobytes, $"{candidate.Artifact.Length / 1_000.0:0.0} kB, at most {mostKilobytes:0.0}");
}
