using MonitoringDemo.Chaos.Blows;
using MonitoringDemo.Chaos.Checks;
using MonitoringDemo.Chaos.Fleet;

namespace MonitoringDemo.Chaos;

/// <summary>Starts a fleet, strikes it, lets it come to rest, and counts.</summary>
internal static class ChaosRun
{
    private static readonly TimeSpan _toStart = TimeSpan.FromMinutes(5);
    private static readonly string[] _readers = ["drift-detection", "drift-detection-2", "retraining"];

    /// <returns>0 when nothing was lost, doubled or left behind.</returns>
    public static async Task<int> RunAsync(TimeSpan duration, int seed, bool keep, string? only, TextWriter output, CancellationToken cancellationToken)
    {
        if (OperatingSystem.IsWindows()) throw new UnusableMachineException("Processes are struck by signals, which Windows has not.");
        var folder = Directory.CreateTempSubdirectory("monitoringdemo-chaos-").FullName;
        var (time, random) = (TimeProvider.System, new Random(seed));
        try
        {
            using var broker = new Broker(Path.Combine(folder, "broker"));
            using var database = new Database();
            await database.CreateAsync(cancellationToken);
            using var services = new Services(folder, broker.Address, database: database.Address, strikes: true);
            using var alarms = Alarms.TryStart(Path.Combine(folder, "prometheus"), Services.Repository, services.Addresses);
            if (services.Disks.Count == 0) await output.WriteLineAsync("No disk is filled: that takes the right to mount one.");
            if (services.Clocks.Count == 0) await output.WriteLineAsync("No clock is put wrong: install faketime.");
            if (alarms is null) await output.WriteLineAsync("No alert is looked for: install prometheus.");
            using var probe = new Probe(services.Inference, time);
            await broker.StartAsync(cancellationToken);
            services.Start();
            await services.AllAreReadyAsync(_toStart, cancellationToken);
            await output.WriteLineAsync("All services are ready.");

            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var asking = probe.AskAsync(enough.Token);
            var supervising = services.SuperviseAsync(enough.Token);
            var arsenal = new Arsenal(services, broker, database, random, time);
            var strikes = () => Array.FindAll(arsenal.All(), strike => only is null || strike.Kind.Contains(only, StringComparison.OrdinalIgnoreCase));
            if (strikes() is []) throw new UnusableMachineException($"No blow has '{only}' in its name; there are: {string.Join("; ", arsenal.All().Select(strike => strike.Kind))}.");
            var blows = await new Striker(services, strikes, new Watch(services, alarms, time), random, time, output).StrikeAsync(duration, cancellationToken);
            await enough.CancelAsync();
            await asking;
            var found = new List<(string What, int Count)>
            {
                ("messages that are parked", (int)await services.SumAsync("mlops_messages_parked", cancellationToken)),
                ("messages of the log that were set aside", (int)await services.SumAsync("mlops_inference_log_parked_total", cancellationToken)),
            };
            var atRest = await Rest.ComeAsync(services, _readers, cancellationToken);
            found.InsertRange(0, LogCheck.Run(probe.Acknowledged, services.DataOf("inference"), [.. _readers.Select(services.DataOf)], atRest));
            foreach (var difference in _readers.SelectMany(reader => LogCheck.Describe(services.DataOf("inference"), services.DataOf(reader), atRest))) await output.WriteLineAsync(difference);
            var journal = await database.JournalAsync(cancellationToken);
            found.AddRange(JournalCheck.Run(journal, services.DataOf("alerting")));
            var counted = new List<(string, int)>
            {
                ("acknowledged predictions of the probe", probe.Acknowledged.Count),
                ("its attempts that were made again", probe.Repeated),
                ("processes that ended by themselves, and were started again", await supervising),
                ("findings taken", JournalCheck.Count(journal, "findings-reported")),
                ("releases made", JournalCheck.Count(journal, "released")),
            };
            await output.WriteLineAsync(ResultTable.Of(seed, duration, blows, counted, found));
            return found.Exists(each => each.Count > 0) ? 1 : 0;
        }
        finally
        {
            if (keep) await output.WriteLineAsync($"Kept, but for what lay on the disks that were filled: {folder}");
            else Directory.Delete(folder, recursive: true);
        }
    }
}
