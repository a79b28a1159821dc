using System.Diagnostics;
using System.Globalization;
using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.Demo.Report;
using MonitoringDemo.Throughput;
using MonitoringDemo.Throughput.Stream;

if (args is ["files", ..])
    return await FilesRead.MeasureAsync(args.Length > 1 ? long.Parse(args[1], CultureInfo.InvariantCulture) : 10_000_000, args.Length > 2 ? args[2] : null);

if (args is ["telemetry", ..])
{
    await MetricsPageCost.MeasureAsync();
    return await TelemetryCost.MeasureAsync(args.Length > 1 ? args[1] : "100000");
}

if (args is ["stream", ..])
    return await StreamRates.MeasureAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 20, CancellationToken.None);

if (args is ["notify"])
{
    await TimeToNotify.MeasureAsync();
    return 0;
}

var songs = args.Length > 0 ? args[0] : "500000";
var code = 0;
var bare = await BareEndpoint.MeasureAsync();
foreach (var step in (string[])["25", "500"])
    code = Math.Max(code, await PlayAsync(step));
using (var process = Process.GetCurrentProcess())
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Environment.ProcessorCount} processors, peak working set {process.PeakWorkingSet64 / 1_000_000} MB."));

await OneByOne.MeasureAsync();
return code;

async Task<int> PlayAsync(string step)
{
    var json = Path.GetTempFileName();
    var played = await DemoCommandLine.RunAsync(["run", "steady", "--songs", songs, "--step", step, "--json", json], Console.Out, Console.Error);
    var fleet = ReportFile.Read(await File.ReadAllTextAsync(json)).Timing.RowsPerSecond;
    File.Delete(json);
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"run steady --step {step}: bare endpoint {bare:N0} rows a second, fleet {fleet:N0}: {bare / fleet:0.0} times as many."));
    return played;
}
