using System.Globalization;
using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;

namespace MonitoringDemo.Throughput;

/// <summary>One song a request over loopback: the live demo with everything on, and a bare API that scores the same model, in turn.</summary>
internal static class OneByOne
{
    private const int Songs = 50_000;
    private const int Rounds = 3;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan UntilServed = TimeSpan.FromMinutes(3);

    public static async Task MeasureAsync()
    {
        var data = Directory.CreateTempSubdirectory("monitoringdemo-throughput-");
        using var stop = new CancellationTokenSource();
        var port = FreePort.Next();
        // Its own traffic ends with the history: what comes then is the load.
        Environment.SetEnvironmentVariable("Traffic__Pace", "0");
        Environment.SetEnvironmentVariable("Traffic__OpeningScenario", "steady");
        var demo = DemoCommandLine.RunAsync(["--urls", $"http://127.0.0.1:{port}", "--data", data.FullName], TextWriter.Null, Console.Error, stop.Token);
        try
        {
            await ServesAsync(port, demo);
            await using var bare = await BareScorer.StartAsync(ModelIn(data.FullName));
            var bodies = SteadySongs.OneByOne(10_000, Songs);
            var (fleet, scorer) = (new LoadGenerator(port, "/v1/predictions", bodies), new LoadGenerator(new Uri(bare.Urls.First()).Port, "/v1/predictions", bodies));
            await fleet.RunAsync(WarmUp);
            await scorer.RunAsync(WarmUp);
            for (var round = 0; round < Rounds; round++)
                Tell(await fleet.RunAsync(Measured), await scorer.RunAsync(Measured));
        }
        finally
        {
            await stop.CancelAsync();
            await demo;
            data.Delete(recursive: true);
        }
    }

    private static void Tell(LoadResult fleet, LoadResult bare) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"One song a request, {LoadGenerator.Connections} connections: bare API {bare.RequestsPerSecond:N0} a second (p50 {bare.Median:0.00} ms, p99 {bare.Slow:0.00}), fleet {fleet.RequestsPerSecond:N0} (p50 {fleet.Median:0.00} ms, p99 {fleet.Slow:0.00}): {fleet.RequestsPerSecond / bare.RequestsPerSecond:0.00} of it."));

    private static async Task ServesAsync(int port, Task<int> demo)
    {
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        using var patience = new CancellationTokenSource(UntilServed);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await timer.WaitForNextTickAsync(patience.Token))
        {
            if (demo.IsCompleted)
                throw new InvalidOperationException("The demo ended before it served a model.");
            try
            {
                using var answer = await http.GetAsync(new Uri("/v1/model", UriKind.Relative), patience.Token);
                if (answer.IsSuccessStatusCode)
                    return;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }
        }
    }

    private static IModel ModelIn(string data) => ModelArtifact.Read(File.ReadAllBytes(Directory.GetFiles(Path.Combine(data, "registry", "artefacts"), "*.model").Single()));
}
