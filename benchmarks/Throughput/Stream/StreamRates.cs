using System.Globalization;
using MonitoringDemo.Chaos.Fleet;
using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.Demo.Report;

namespace MonitoringDemo.Throughput.Stream;

/// <summary>
/// Rows a second with everything on one machine: six services as processes of their own over RabbitMQ, songs and outcomes by the traffic service as fast as it can, until both readers have dealt with them;
/// then the log that came of it from a full disk into two copies, and beside that the same records over a stream that is used bare; and the same world in the embedded loop.
/// </summary>
internal static class StreamRates
{
    private const int Rounds = 3;
    private const string Retained = "8589934592";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="seconds">How long the fleet is measured.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<int> MeasureAsync(int seconds, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("monitoringdemo-stream-").FullName;
        try
        {
            using var broker = new Broker(Path.Combine(folder, "broker"));
            await broker.StartAsync(cancellationToken);
            var (fleet, log) = await FleetAsync(folder, broker, seconds, cancellationToken);
            var embedded = await EmbeddedAsync();
            Tell($"The fleet: {fleet.Answered:N0} rows a second answered and logged, {fleet.Dealt:N0} dealt with by detection and retraining; embedded loop {embedded:N0}: {fleet.Dealt / embedded:0.00} of it.");

            var records = RecordedLog.Of(Path.Combine(log, "log"));
            var streamBytes = (double)broker.StreamBytes / records.Rows;
            var (bare, carried) = (new List<double>(), new List<double>());
            for (var round = 0; round < Rounds; round++)
            {
                bare.Add(records.Rows / (await BareStream.CarryAsync(broker.Address, records, FormattableString.Invariant($"bare-{round}"), cancellationToken)).TotalSeconds);
                carried.Add(records.Rows / (await CarriedLog.CarryAsync(broker.Address, log, records, Path.Combine(folder, FormattableString.Invariant($"carried-{round}")), FormattableString.Invariant($"log-{round}"), cancellationToken)).TotalSeconds);
                Tell($"Round {round + 1}, {records.Rows:N0} rows in {records.Count:N0} records of {records.Bytes / 1e6:N0} MB: bare stream {bare[^1]:N0} rows a second, log into two copies {carried[^1]:N0}: {carried[^1] / bare[^1]:0.00} of it.");
            }

            Tell($"Median: bare {Median(bare):N0}, log {Median(carried):N0}: {Median(carried) / Median(bare):0.00} of it; the whole fleet is {fleet.Dealt / Median(bare):0.00} of the bare stream.");
            var plan = new ScalePlan(Environment.ProcessorCount, fleet.Dealt, Median(carried), (double)records.Bytes / records.Rows, streamBytes, fleet.Memory, fleet.Connections);
            Console.WriteLine(plan.Table(models: 1_000, rows: 1_000_000));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(FleetMeasured Measured, string Log)> FleetAsync(string folder, Broker broker, int seconds, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string> { ["Traffic__Pace"] = "100000", ["Traffic__OpeningScenario"] = "steady", ["Inference__RetainBytes"] = Retained, ["Log__RetainBytes"] = Retained };
        using var services = new Services(Directory.CreateDirectory(Path.Combine(folder, "fleet")).FullName, broker.Address, settings);
        services.Start();
        await services.AllAreReadyAsync(Patience, cancellationToken);
        var rates = await FleetRate.MeasureAsync(services, broker, TimeSpan.FromSeconds(seconds), cancellationToken);
        return (rates, services.DataOf("inference"));
    }

    private static async Task<double> EmbeddedAsync()
    {
        var json = Path.GetTempFileName();
        if (await DemoCommandLine.RunAsync(["run", "steady", "--songs", "500000", "--step", "500", "--json", json], TextWriter.Null, Console.Error) == 2)
            throw new InvalidOperationException("The scenario could not be played.");
        var rate = ReportFile.Read(await File.ReadAllTextAsync(json)).Timing.RowsPerSecond;
        File.Delete(json);
        return rate;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
