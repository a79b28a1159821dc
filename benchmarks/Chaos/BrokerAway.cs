using MonitoringDemo.Chaos.Checks;
using MonitoringDemo.Chaos.Fleet;

namespace MonitoringDemo.Chaos;

/// <summary>The broker goes under load and comes back after some time: what serving feels of it, what piles up, who tells, and how long it takes until the readers have all.</summary>
internal static class BrokerAway
{
    private static readonly TimeSpan _toStart = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _settle = TimeSpan.FromSeconds(20);
    private static readonly string[] _readers = ["drift-detection", "retraining"];

    /// <returns>0 when nothing was lost or doubled.</returns>
    public static async Task<int> RunAsync(TimeSpan away, TextWriter output, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("monitoringdemo-away-").FullName;
        var time = TimeProvider.System;
        try
        {
            using var broker = new Broker(Path.Combine(folder, "broker"));
            using var services = new Services(folder, broker.Address, new Dictionary<string, string> { ["Traffic__OpeningScenario"] = "steady" });
            using var alarms = Alarms.TryStart(Path.Combine(folder, "prometheus"), Services.Repository, services.Addresses);
            using var probe = new Probe(services.Inference, time);
            await broker.StartAsync(cancellationToken);
            services.Start();
            await services.AllAreReadyAsync(_toStart, cancellationToken);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var asking = probe.AskAsync(enough.Token);

            await Task.Delay(_settle, time, cancellationToken);
            var with = await PhaseAsync(probe, away, time, cancellationToken);
            await broker.Process.KillAsync(cancellationToken);
            var (since, before) = (time.GetUtcNow(), Rest.LogBytes(services.DataOf("inference")));
            var (without, alerts) = await AwayAsync(probe, alarms, away, since, time, cancellationToken);
            var (waits, backlog) = (await services.SumAsync("inference", "mlops_inference_log_forward_lag", cancellationToken), Rest.LogBytes(services.DataOf("inference")) - before);
            await broker.StartAsync(cancellationToken);
            var began = time.GetTimestamp();
            await Until.HoldsAsync(async token => await services.SumAsync("inference", "mlops_inference_log_forward_lag", token) is < 50, _toStart, "the log is shipped", cancellationToken);
            var caughtUp = time.GetElapsedTime(began);
            await enough.CancelAsync();
            await asking;
            await services.AllAreReadyAsync(_toStart, cancellationToken);
            var atRest = await Rest.ComeAsync(services, _readers, cancellationToken);

            await output.WriteLineAsync(FormattableString.Invariant($"| | predictions | p50, ms | p99, ms |\n|---|---|---|---|\n{with.Row("with the broker")}\n{without.Row("without it")}\n"));
            await output.WriteLineAsync(FormattableString.Invariant($"p99 without is {without.P99 / with.P99:0.00} of that with; {probe.Repeated} attempts were made again. At the end {waits:0} records waited, {backlog / 1e6:0.0} MB on the disk of inference."));
            await output.WriteLineAsync(FormattableString.Invariant($"Shipped {caughtUp.TotalSeconds:0} s after the broker answered again. Alerts: {string.Join(", ", alerts.Select(alert => FormattableString.Invariant($"{alert.Key} after {alert.Value.TotalSeconds:0} s")))}."));
            var found = LogCheck.Run(probe.Acknowledged, services.DataOf("inference"), [.. _readers.Select(services.DataOf)], atRest);
            foreach (var (what, count) in found) await output.WriteLineAsync(FormattableString.Invariant($"{what}: {count}"));
            return found.Any(each => each.Count > 0) ? 1 : 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Phase> PhaseAsync(Probe probe, TimeSpan duration, TimeProvider time, CancellationToken cancellationToken)
    {
        var from = probe.Took.Count;
        await Task.Delay(duration, time, cancellationToken);
        return Phase.Of(probe.Took, from);
    }

    private static async Task<(Phase Phase, Dictionary<string, TimeSpan> Alerts)> AwayAsync(Probe probe, Alarms? alarms, TimeSpan away, DateTimeOffset since, TimeProvider time, CancellationToken cancellationToken)
    {
        var (from, began, alerts) = (probe.Took.Count, time.GetTimestamp(), new Dictionary<string, TimeSpan>());
        while (time.GetElapsedTime(began) < away)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
            if (alarms is not null) foreach (var name in await alarms.SinceAsync(since, cancellationToken)) alerts.TryAdd(name, time.GetElapsedTime(began));
        }

        return (Phase.Of(probe.Took, from), alerts);
    }

    private sealed record Phase(int Count, double P50, double P99)
    {
        public static Phase Of(List<double> took, int from)
        {
            var sorted = took[from..].Order().ToList();
            return new Phase(sorted.Count, sorted[sorted.Count / 2], sorted[(int)(0.99 * (sorted.Count - 1))]);
        }

        public string Row(string what) => FormattableString.Invariant($"| {what} | {Count:N0} | {P50:0.0} | {P99:0.0} |");
    }
}
