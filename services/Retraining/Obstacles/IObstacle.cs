using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Obstacles;

/// <summary>One test of a course, with its limit.</summary>
internal interface IObstacle
{
    /// <summary>What is tested, in words.</summary>
    string Name { get; }

    /// <summary>Measures a candidate.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="answers">What it answers to the held-out rows.</param>
    /// <exception cref="UntestableException">The candidate has not what the obstacle names.</exception>
    ObstacleResult Try(Candidate candidate, RowAnswers answers);
}
