using System.Net.Http.Json;
using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Broker;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests;

public sealed class SeparateProcessesTests
{
    [Fact]
    public async Task A_promotion_arrives_over_a_real_broker_where_each_service_has_a_user_of_its_own_and_all_is_encrypted()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await FleetBroker.StartAsync(cancellation);
        using var data = new TemporaryDirectory();
        var addresses = FleetMember.All.ToDictionary(member => member, _ => new Uri($"http://127.0.0.1:{FreePort.Next()}"));
        var inference = addresses.Single(each => each.Key.Name == "inference").Value;
        using var http = new HttpClient();
        var processes = new List<RunningProcess>();

        try
        {
            processes.AddRange(FleetMember.All.Select(member => RunningProcess.StartService(member.Program, [], new Dictionary<string, string?>
            {
                ["ASPNETCORE_URLS"] = addresses[member].ToString(),
                ["ConnectionStrings__RabbitMQ_FILE"] = broker.AddressFileOf(member),
                ["Messaging__CertificateAuthority"] = broker.Authority,
                ["Data__Directory"] = data.Path,
                ["Traffic__InferenceUrl"] = inference.ToString(),
                ["Traffic__OpeningScenario"] = "decades",
                ["Traffic__Pace"] = "300",
            })));
            var champion = await Eventually.Get(
                async token =>
                {
                    processes.Where(process => process.HasExited).ShouldBeEmpty(string.Join('\n', processes.Where(process => process.HasExited).Select(process => process.Output)));
                    using var response = await http.GetAsync(new Uri(inference, "/v1/model"), token);
                    if (!response.IsSuccessStatusCode)
                        return null;
                    var model = await response.Content.ReadFromJsonAsync<JsonElement>(token);
                    var version = model.GetProperty("champion").GetProperty("version").GetInt32();
                    return version > 1 ? $"{version}" : null;
                },
                TimeSpan.FromSeconds(240),
                "A second champion is served",
                cancellation);
            foreach (var address in addresses.Values)
            {
                using var ready = await http.GetAsync(new Uri(address, "/health/ready"), cancellation);
                ready.IsSuccessStatusCode.ShouldBeTrue($"{address}: {await ready.Content.ReadAsStringAsync(cancellation)}");
            }

            champion.ShouldNotBe("1");
        }
        finally
        {
            foreach (var process in processes)
                await process.DisposeAsync();
        }
    }
}
