using System.Diagnostics;
using System.Globalization;
using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.Demo.Report;
using MonitoringDemo.Throughput;

var songs = args.Length > 0 ? args[0] : "500000";
var bare = await BareEndpoint.MeasureAsync();
var json = Path.GetTempFileName();
var code = await DemoCommandLine.RunAsync(["run", "steady", "--songs", songs, "--json", json], Console.Out, Console.Error);
var fleet = ReportFile.Read(await File.ReadAllTextAsync(json)).Timing.RowsPerSecond;
File.Delete(json);
using var process = Process.GetCurrentProcess();
Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"Bare endpoint {bare:N0} rows a second, fleet {fleet:N0}: {bare / fleet:0.0} times as many. {Environment.ProcessorCount} processors, peak working set {process.PeakWorkingSet64 / 1_000_000} MB."));
return code;
