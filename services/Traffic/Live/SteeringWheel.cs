using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Traffic;

namespace MonitoringDemo.Traffic.Live;

/// <summary>Applies the commands that wait to the course, and holds the findings that wait against it.</summary>
internal sealed class SteeringWheel(CommandQueue queue, TrafficTelemetry telemetry, ILogger<SteeringWheel> logger)
{
    private const double FastestPace = 100_000;

    /// <returns>Whether the course changed.</returns>
    public bool Apply(TrafficCourse course)
    {
        var changed = false;
        while (queue.TryTake(out var next))
        {
            // A command that is sent again carries the same id.
            if (course.State.Inbox.TryAdd(next.Id))
                changed |= Apply(course, next.Command);
        }

        return changed;
    }

    private bool Apply(TrafficCourse course, object command)
    {
        switch (command)
        {
            case StartScenario start when course.Start(start.ScenarioId, start.IsSecret):
                return true;
            case StartScenario start:
                logger.LogWarning("There is no scenario '{Scenario}'; GET /v1/scenarios lists them", start.ScenarioId);
                return false;
            case EndScenario:
                course.End(TrafficCourse.EndedByHand);
                return true;
            case SetPace { SongsPerSecond: >= 0 and <= FastestPace } pace:
                course.SetPace(pace.SongsPerSecond);
                return true;
            case FindingsReported reported:
                foreach (var finding in reported.Findings) telemetry.Found(finding.Kind, FindingTruth.Of(finding, course), 1);
                return true;
            default:
                logger.LogWarning("{Command} is refused: a pace is 0 to {Fastest} songs a second", command, FastestPace);
                return false;
        }
    }
}
