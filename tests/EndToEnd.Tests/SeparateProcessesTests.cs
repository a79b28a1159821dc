using System.Net.Http.Json;
using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests;

public sealed class SeparateProcessesTests
{
    private static readonly string[] Services = ["Inference", "DriftDetection", "Retraining", "Alerting", "ControlRoom", "Traffic"];

    [Fact]
    public async Task A_promotion_arrives_over_a_real_broker()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await RabbitMqServer.StartAsync(cancellation);
        using var data = new TemporaryDirectory();
        var inference = $"http://127.0.0.1:{FreePort.Next()}";
        using var http = new HttpClient { BaseAddress = new Uri(inference) };
        var processes = new List<RunningProcess>();

        try
        {
            processes.AddRange(Services.Select(service => RunningProcess.StartService(service, [], new Dictionary<string, string?>
            {
                ["ASPNETCORE_URLS"] = service == "Inference" ? inference : $"http://127.0.0.1:{FreePort.Next()}",
                ["ConnectionStrings__RabbitMQ"] = broker.ConnectionString,
                ["Data__Directory"] = data.Path,
                ["Traffic__InferenceUrl"] = inference,
                ["Traffic__OpeningScenario"] = "decades",
                ["Traffic__SongsPerSecond"] = "500",
            })));
            var champion = await Eventually.Get(
                async token =>
                {
                    processes.Where(process => process.HasExited).ShouldBeEmpty(string.Join('\n', processes.Where(process => process.HasExited).Select(process => process.Output)));
                    using var response = await http.GetAsync("/v1/model", token);
                    if (!response.IsSuccessStatusCode)
                        return null;
                    var model = await response.Content.ReadFromJsonAsync<JsonElement>(token);
                    var version = model.GetProperty("champion").GetProperty("version").GetInt32();
                    return version > 1 ? $"{version}" : null;
                },
                TimeSpan.FromSeconds(120),
                "A second champion is served",
                cancellation);

            champion.ShouldNotBe("1");
        }
        finally
        {
            foreach (var process in processes)
                await process.DisposeAsync();
        }
    }
}
