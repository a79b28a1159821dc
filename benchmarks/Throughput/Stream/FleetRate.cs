using MonitoringDemo.Chaos.Fleet;

namespace MonitoringDemo.Throughput.Stream;

/// <summary>Rows a second of a fleet whose traffic never rests.</summary>
internal static class FleetRate
{
    private const string Offset = "mlops_inference_log_offset";
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Counts what inference writes in so long, and what the slower of the two readers has read until it has all that was written by then.</summary>
    public static async Task<FleetMeasured> MeasureAsync(Services services, Broker broker, TimeSpan duration, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        await Task.Delay(WarmUp, time, cancellationToken);
        var began = time.GetTimestamp();
        var (writtenFirst, readFirst) = (await WrittenAsync(services, cancellationToken), await ReadAsync(services, cancellationToken));
        await Task.Delay(duration, time, cancellationToken);
        var (writtenLast, written) = (await WrittenAsync(services, cancellationToken), time.GetElapsedTime(began));
        await Until.HoldsAsync(async token => await ReadAsync(services, token) >= writtenLast, Patience, "the readers have what was written", cancellationToken);
        var (readLast, read) = (await ReadAsync(services, cancellationToken), time.GetElapsedTime(began));
        var (memory, connections) = (services.Processes.Sum(process => process.ResidentBytes), broker.Connections);
        await services.Processes.Single(process => process.Name == "traffic").StopAsync(cancellationToken);
        await services.StopAsync(cancellationToken);

        var rows = RecordedLog.Of(Path.Combine(services.DataOf("inference"), "log")).RowsBefore;
        return new FleetMeasured(
            (rows[(int)writtenLast] - rows[(int)writtenFirst]) / written.TotalSeconds, (rows[(int)readLast] - rows[(int)readFirst]) / read.TotalSeconds, memory, connections);
    }

    private static Task<double> WrittenAsync(Services services, CancellationToken cancellationToken) => OffsetAsync(services, "inference", cancellationToken);

    private static async Task<double> ReadAsync(Services services, CancellationToken cancellationToken) =>
        Math.Min(await OffsetAsync(services, "drift-detection", cancellationToken), await OffsetAsync(services, "retraining", cancellationToken));

    /// <summary>One that has much to do may answer late.</summary>
    private static async Task<double> OffsetAsync(Services services, string name, CancellationToken cancellationToken)
    {
        double? offset = null;
        await Until.HoldsAsync(async token => (offset = await services.SumAsync(name, Offset, token)) > 0, Patience, $"{name} says how far it is", cancellationToken);
        return offset!.Value;
    }
}
