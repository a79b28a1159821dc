using System.Diagnostics;
using System.Globalization;
using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.Demo.Report;

namespace MonitoringDemo.Throughput;

/// <summary>What telemetry costs: one scenario with it and without it, in turn, in one process.</summary>
internal static class TelemetryCost
{
    private const string Setting = "Telemetry__Enabled";
    private const int Rounds = 5;

    public static async Task<int> MeasureAsync(string songs)
    {
        // What is compiled on the way belongs to neither.
        await PlayAsync(true, songs);
        await PlayAsync(false, songs);
        var (on, off) = (new List<Played>(), new List<Played>());
        for (var round = 0; round < Rounds; round++)
        {
            on.Add(await PlayAsync(true, songs));
            off.Add(await PlayAsync(false, songs));
            Tell($"round {round + 1}", on[^1], off[^1]);
        }

        Tell("median", Median(on), Median(off));
        return 0;
    }

    private static async Task<Played> PlayAsync(bool enabled, string songs)
    {
        Environment.SetEnvironmentVariable(Setting, enabled ? "true" : "false");
        var json = Path.GetTempFileName();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        if (await DemoCommandLine.RunAsync(["run", "steady", "--songs", songs, "--json", json], TextWriter.Null, Console.Error) == 2)
            throw new InvalidOperationException("The scenario could not be played.");
        process.Refresh();
        var rows = ReportFile.Read(await File.ReadAllTextAsync(json)).Timing.RowsPerSecond;
        File.Delete(json);
        return new Played(rows, (process.TotalProcessorTime - before).TotalSeconds);
    }

    private static Played Median(List<Played> runs) => new(Middle(runs.Select(run => run.RowsPerSecond)), Middle(runs.Select(run => run.ProcessorSeconds)));

    private static double Middle(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);

    private static void Tell(string what, Played on, Played off) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"run steady, {what}: with telemetry {on.RowsPerSecond:N0} rows a second and {on.ProcessorSeconds:0.00} s of processor, without {off.RowsPerSecond:N0} and {off.ProcessorSeconds:0.00} s: {1 - (on.RowsPerSecond / off.RowsPerSecond):P1} fewer rows, {(on.ProcessorSeconds / off.ProcessorSeconds) - 1:P1} more processor."));

    private sealed record Played(double RowsPerSecond, double ProcessorSeconds);
}
