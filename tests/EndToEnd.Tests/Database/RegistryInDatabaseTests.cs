using System.Net;
using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.PostgreSql;

namespace MonitoringDemo.EndToEnd.Tests.Database;

public sealed class RegistryInDatabaseTests
{
    [Fact]
    public async Task The_fleet_keeps_its_registry_there_and_goes_on_when_the_database_comes_back()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var server = new PostgresServer();
        await server.InitializeAsync();
        var address = await server.CreateDatabaseAsync();
        var environment = new Dictionary<string, string?> { ["ConnectionStrings__Registry"] = address };
        using var data = new TemporaryDirectory();
        await using (var demo = await LiveDemo.StartAsync(data.Path, cancellation, environment))
        {
            await server.StopAsync();
            using var prediction = await PredictAsync(demo, cancellation);
            prediction.StatusCode.ShouldBe(HttpStatusCode.OK, "serving needs no database");
            var health = await Eventually.Get(token => UnreadyAsync(demo, token), TimeSpan.FromSeconds(30), "Readiness tells of the database", cancellation);
            health.ShouldContain("does not answer");
            await server.StartAsync();

            await demo.PaceAsync(1_000, cancellation);
            await demo.StartScenarioAsync("taste-flip", cancellation);
            await Eventually.Get(token => ReleasesAsync(demo, token), TimeSpan.FromSeconds(180), "A version is promoted", cancellation);
        }

        using var database = new RegistryDatabase(RegistryAddress.Parse(address));
        new DatabaseJournal(database).Read().Select(record => record.Fact.Type).ShouldContain("released");
        File.Exists(data.PathOf("registry", "journal.jsonl")).ShouldBeFalse();
        Directory.Exists(data.PathOf("registry", "artefacts")).ShouldBeFalse();
    }

    private static async Task<HttpResponseMessage> PredictAsync(LiveDemo demo, CancellationToken cancellation)
    {
        const string song =
            """{"danceability":0.5,"energy":0.6,"loudness":-8.1,"speechiness":0.05,"acousticness":0.2,"instrumentalness":0.0,"liveness":0.1,"valence":0.7,"tempo":120.5,"duration_ms":200000,"key":5,"mode":1,"time_signature":4}""";
        using var content = new StringContent($$"""{"instances":[{{song}}]}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        return await demo.Http.PostAsync("/v1/predictions", content, cancellation);
    }

    private static async Task<string?> UnreadyAsync(LiveDemo demo, CancellationToken cancellation)
    {
        using var response = await demo.Http.GetAsync("/health/ready", cancellation);
        return response.StatusCode == HttpStatusCode.ServiceUnavailable ? await response.Content.ReadAsStringAsync(cancellation) : null;
    }

    private static async Task<string?> ReleasesAsync(LiveDemo demo, CancellationToken cancellation)
    {
        using var json = JsonDocument.Parse(await demo.Http.GetStringAsync("/v1/models", cancellation));
        return json.RootElement.EnumerateArray().Any(model => model.GetProperty("version").GetInt32() > 1 && model.GetProperty("role").GetString() == "champion") ? "promoted" : null;
    }
}
