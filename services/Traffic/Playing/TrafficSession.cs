using MonitoringDemo.Traffic.Worlds;

namespace MonitoringDemo.Traffic.Playing;

/// <summary>Plays a world against the inference service, step by step, and keeps what was acknowledged.</summary>
/// <param name="client">The inference service.</param>
/// <param name="world">Where the rows come from.</param>
/// <param name="stream">The name of the stream, usually the seed; request ids are <c>{stream}-{firstRow}</c>.</param>
public sealed class TrafficSession(TrafficClient client, IWorld world, string stream)
{
    /// <summary>The next row to be served.</summary>
    public long NextRow { get; private set; }

    /// <summary>What was acknowledged so far.</summary>
    public PlayedRows Played { get; } = new();

    /// <summary>Posts the rows [0, rows) with their labels as history, which model 1 is trained on.</summary>
    public Task PostHistoryAsync(long rows, CancellationToken cancellation) => throw new NotImplementedException($"{client} {world} {stream} {NextRow}");

    /// <summary>Asks for the predictions of the next rows, then reports every outcome that is due.</summary>
    /// <returns>How many rows were sent: fewer than asked for at the end of the world, then 0.</returns>
    public Task<int> StepAsync(int rows, CancellationToken cancellation) => throw new NotImplementedException();
}
