using MonitoringDemo.Chaos.Fleet;

namespace MonitoringDemo.Chaos.Checks;

/// <summary>Lets a fleet come to its end, so that what it holds can be compared.</summary>
internal static class Rest
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    /// <summary>Traffic ends first, then inference when all of the log is shipped, then the readers when they have it.</summary>
    /// <returns>How many records the log had at rest: a release may still be written down while the services end.</returns>
    /// <exception cref="TimeoutException">They do not get it.</exception>
    public static async Task<int> ComeAsync(Services services, IReadOnlyList<string> readers, CancellationToken cancellationToken)
    {
        await services.Processes.Single(process => process.Name == "traffic").StopAsync(cancellationToken);
        await Until.HoldsAsync(async token => await services.SumAsync("inference", "mlops_inference_log_forward_lag", token) == 0, _patience, "the log is shipped", cancellationToken);
        await Until.HoldsAsync(_ => Task.FromResult(readers.All(reader => LogBytes(services.DataOf("inference")) == LogBytes(services.DataOf(reader)))), _patience, "the readers have the log", cancellationToken);
        var records = LogCheck.Frames(services.DataOf(readers[0])).Count;
        await services.StopAsync(cancellationToken);
        return records;
    }

    /// <summary>The size of a log's files.</summary>
    public static long LogBytes(string data) => new DirectoryInfo(Path.Combine(data, "log")).EnumerateFiles("*.log").Sum(file => file.Length);
}
