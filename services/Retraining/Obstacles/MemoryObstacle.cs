using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>To load it takes no more memory than serving processes have to spare: all that reading its artifact allocates.</summary>
internal sealed class MemoryObstacle(double mostMegabytes, IReadOnlyList<IModelFormat> formats) : IObstacle
{
    private const double OneMegabyte = 1_000_000;

    public string Name => "memory";

    public ObstacleResult Try(Candidate candidate, RowAnswers answers)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = ModelArtifact.Read(candidate.Artifact, formats);
        var megabytes = (GC.GetAllocatedBytesForCurrentThread() - before) / OneMegabyte;
        return ObstacleResult.Of(megabytes <= mostMegabytes, $"{megabytes:0.0} MB to load it, at most {mostMegabytes:0.0}");
    }
}
