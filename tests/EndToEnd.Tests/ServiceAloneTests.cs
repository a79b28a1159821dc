using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests;

public sealed class ServiceAloneTests
{
    private static readonly string[] Services = ["Inference", "DriftDetection", "Retraining", "Alerting", "ControlRoom", "Traffic"];

    [Fact]
    public async Task A_second_process_of_a_service_over_the_same_data_is_refused_in_one_line()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        var processes = new List<RunningProcess>();

        try
        {
            foreach (var service in Services) processes.Add(await StartedAsync(service, data.Path, cancellation));
            foreach (var service in Services)
            {
                await using var second = RunningProcess.StartService(service, ["--urls", $"http://127.0.0.1:{FreePort.Next()}"], new Dictionary<string, string?> { ["Data__Directory"] = data.Path });

                (await second.WaitForExitAsync(cancellation)).ShouldBe(2, second.Output);
                second.Output.Split('\n').ShouldHaveSingleItem().ShouldContain("in use by another process");
            }

            processes.ShouldAllBe(process => !process.HasExited);
        }
        finally
        {
            foreach (var process in processes) await process.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_container_says_by_the_port_alone_where_a_service_listens()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        var port = FreePort.Next();
        using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        await using var process = RunningProcess.StartService("Alerting", [], new Dictionary<string, string?>
        {
            ["ASPNETCORE_HTTP_PORTS"] = $"{port}",
            ["MONITORINGDEMO_TOKEN"] = "a-secret-of-the-test",
            ["Data__Directory"] = data.Path,
        });

        await IsLiveAsync(process, http, cancellation);
    }

    [Fact]
    public async Task The_program_of_a_service_asks_whether_the_one_that_runs_is_alive()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        var environment = new Dictionary<string, string?>
        {
            ["ASPNETCORE_URLS"] = $"http://0.0.0.0:{FreePort.Next()}",
            ["MONITORINGDEMO_TOKEN"] = "a-secret-of-the-test",
            ["Data__Directory"] = data.Path,
        };
        using var http = new HttpClient { BaseAddress = new Uri(environment["ASPNETCORE_URLS"]!.Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)) };

        await using var before = RunningProcess.StartService("Alerting", ["--health"], environment);
        var whileItDidNotRun = await before.WaitForExitAsync(cancellation);
        await using var service = RunningProcess.StartService("Alerting", [], environment);
        await IsLiveAsync(service, http, cancellation);
        await using var after = RunningProcess.StartService("Alerting", ["--health"], environment);
        var whileItRan = await after.WaitForExitAsync(cancellation);

        whileItDidNotRun.ShouldBe(1, before.Output);
        whileItRan.ShouldBe(0, after.Output);
    }

    private static async Task<RunningProcess> StartedAsync(string service, string data, CancellationToken cancellation)
    {
        var address = $"http://127.0.0.1:{FreePort.Next()}";
        using var http = new HttpClient { BaseAddress = new Uri(address) };
        var process = RunningProcess.StartService(service, ["--urls", address], new Dictionary<string, string?> { ["Data__Directory"] = data });
        await IsLiveAsync(process, http, cancellation);
        return process;
    }

    private static Task<string> IsLiveAsync(RunningProcess process, HttpClient http, CancellationToken cancellation) => Eventually.Get(
        async token =>
        {
            process.HasExited.ShouldBeFalse(process.Output);
            try
            {
                using var response = await http.GetAsync("/health/live", token);
                return response.IsSuccessStatusCode ? "live" : null;
            }
            catch (HttpRequestException)
            {
                // Not yet.
                return null;
            }
        },
        TimeSpan.FromSeconds(60),
        "The service is live",
        cancellation);
}
