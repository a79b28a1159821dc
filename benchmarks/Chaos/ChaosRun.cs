using MonitoringDemo.Chaos.Blows;
using MonitoringDemo.Chaos.Checks;
using MonitoringDemo.Chaos.Fleet;

namespace MonitoringDemo.Chaos;

/// <summary>Starts a fleet, strikes it, lets it come to rest, and counts.</summary>
internal static class ChaosRun
{
    private static readonly TimeSpan _toStart = TimeSpan.FromMinutes(5);
    private static readonly string[] _readers = ["drift-detection", "retraining"];

    /// <returns>0 when nothing was lost, doubled or left behind.</returns>
    public static async Task<int> RunAsync(TimeSpan duration, int seed, bool keep, TextWriter output, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows()) throw new UnusableMachineException("Processes are struck by signals, which Windows has not.");
        var folder = Directory.CreateTempSubdirectory("monitoringdemo-chaos-").FullName;
        var time = TimeProvider.System;
        try
        {
            using var broker = new Broker(Path.Combine(folder, "broker"));
            using var services = new Services(folder, broker.Address);
            using var probe = new Probe(services.Inference, time);
            await broker.StartAsync(cancellationToken);
            services.Start();
            await services.AllAreReadyAsync(_toStart, cancellationToken);
            await output.WriteLineAsync("All services are ready.");

            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var asking = probe.AskAsync(enough.Token);
            var blows = await new Striker(services, broker, seed, time, output).StrikeAsync(duration, cancellationToken);
            await enough.CancelAsync();
            await asking;
            var found = new List<(string What, int Count)>
            {
                ("messages that are parked", (int)await services.SumAsync("mlops_messages_parked", cancellationToken)),
                ("messages of the log that were set aside", (int)await services.SumAsync("mlops_inference_log_parked_total", cancellationToken)),
            };
            await ComeToRestAsync(services, cancellationToken);
            found.InsertRange(0, LogCheck.Run(probe.Acknowledged, services.DataOf("inference"), [.. _readers.Select(services.DataOf)]));
            found.AddRange(JournalCheck.Run(services.DataOf("retraining"), services.DataOf("alerting")));
            var counted = new List<(string, int)>
            {
                ("acknowledged predictions of the probe", probe.Acknowledged.Count),
                ("its attempts that were made again", probe.Repeated),
                ("findings taken", JournalCheck.Count(services.DataOf("retraining"), "findings-reported")),
                ("releases made", JournalCheck.Count(services.DataOf("retraining"), "released")),
            };
            await output.WriteLineAsync(ResultTable.Of(seed, duration, blows, counted, found));
            return found.Exists(each => each.Count > 0) ? 1 : 0;
        }
        finally
        {
            if (keep) await output.WriteLineAsync($"Kept: {folder}");
            else Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Traffic ends first, then inference when all of the log is shipped, then the readers when they have it.</summary>
    private static async Task ComeToRestAsync(Services services, CancellationToken cancellationToken)
    {
        await services.Processes.Single(process => process.Name == "traffic").StopAsync(cancellationToken);
        await Until.HoldsAsync(async token => await services.SumAsync("mlops_inference_log_forward_lag", token) == 0, _toStart, "the log is shipped", cancellationToken);
        await Until.HoldsAsync(token => Task.FromResult(_readers.All(reader => Same(services.DataOf("inference"), services.DataOf(reader)))), _toStart, "the readers have the log", cancellationToken);
        await services.StopAsync(cancellationToken);
    }

    private static bool Same(string written, string copied) => Size(written) == Size(copied);

    private static long Size(string data) => new DirectoryInfo(Path.Combine(data, "log")).EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.Name != "id").Sum(file => file.Length);
}
