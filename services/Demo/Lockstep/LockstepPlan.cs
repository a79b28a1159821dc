using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>What is played against the fleet.</summary>
/// <param name="World">Where the rows come from.</param>
/// <param name="Stream">The name of the stream in request ids.</param>
/// <param name="Warmup">Rows of history.</param>
/// <param name="Step">Rows between two drains.</param>
/// <param name="Onset">The row at which commands are sent; null when there are none.</param>
/// <param name="Commands">Sent by hand, after the step that holds the onset.</param>
internal sealed record LockstepPlan(
    IWorld World,
    string Stream,
    long Warmup,
    int Step,
    long? Onset,
    IReadOnlyList<RetrainModel> Commands)
{
    /// <summary>The fleet is deployed anew in mid-run; null for never.</summary>
    public Deployment? Deployment { get; init; }

    /// <summary>Somebody who works the fleet over its API: called after each step, before the fleet comes to rest, with the next row. Null for nobody.</summary>
    public Func<HttpClient, long, CancellationToken, Task>? Hand { get; init; }
}
