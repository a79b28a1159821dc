using System.Net.Http.Json;
using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.InferenceLog;

namespace MonitoringDemo.EndToEnd.Tests;

public sealed class CrashTests
{
    private const int Crashes = 10;

    [Fact]
    public async Task Killed_ten_times_under_load_the_demo_loses_nothing_and_repeats_nothing()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        var random = new Random(99);
        var acknowledged = new HashSet<string>();
        var answers = new Dictionary<string, string>();
        var promoted = new HashSet<int>();

        for (var crash = 0; crash < Crashes; crash++)
        {
            await using var demo = await LiveDemo.StartAsync(data.Path, cancellation);
            await demo.PaceAsync(1_000, cancellation);
            (await VersionsPromotedAsync(demo, cancellation)).IsSupersetOf(promoted).ShouldBeTrue("no promoted model may be missing");
            foreach (var (requestId, answer) in answers.Take(3))
                (await PredictAsync(demo, requestId, cancellation)).ShouldBe(answer, "a repeated request gets its first answer");

            var requests = random.Next(5, 40);
            for (var i = 0; i < requests; i++)
            {
                var requestId = $"crash-{crash}-{i}";
                var answer = await PredictAsync(demo, requestId, cancellation);
                answers[requestId] = answer;
                using var json = JsonDocument.Parse(answer);
                acknowledged.Add(json.RootElement.GetProperty("predictions")[0].GetProperty("id").GetString()!);
            }

            promoted.UnionWith(await VersionsPromotedAsync(demo, cancellation));
            await demo.Process.KillAsync(cancellation);
        }

        var (rows, doubled) = RowsInTheLog(data.PathOf("log"));
        acknowledged.Where(id => !rows.Contains(long.Parse(id.AsSpan(2), System.Globalization.CultureInfo.InvariantCulture))).ShouldBeEmpty("acknowledged and lost");
        doubled.ShouldBeEmpty();
        acknowledged.Count.ShouldBe(answers.Count);
    }

    [Fact]
    public async Task Killed_before_the_first_model_serves_the_demo_starts_again()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        await using (var first = RunningProcess.StartService("Demo", ["--urls", $"http://127.0.0.1:{FreePort.Next()}", "--data", data.Path]))
        {
            await Eventually.Get(
                _ => Task.FromResult(File.Exists(data.PathOf("log", "schema.json")) ? "begun" : null),
                TimeSpan.FromSeconds(60),
                "The history is being sent",
                cancellation);
            await first.KillAsync(cancellation);
        }

        await using var second = await LiveDemo.StartAsync(data.Path, cancellation);
        using var model = await second.Http.GetAsync("/v1/model", cancellation);

        model.IsSuccessStatusCode.ShouldBeTrue();
        second.Process.Output.ShouldContain("The page:");
    }

    private static async Task<string> PredictAsync(LiveDemo demo, string requestId, CancellationToken cancellation)
    {
        const string song =
            """{"danceability":0.5,"energy":0.6,"loudness":-8.1,"speechiness":0.05,"acousticness":0.2,"instrumentalness":0.0,"liveness":0.1,"valence":0.7,"tempo":120.5,"duration_ms":200000,"key":5,"mode":1,"time_signature":4}""";
        using var content = new StringContent($$"""{"requestId":"{{requestId}}","instances":[{{song}}]}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        using var response = await demo.Http.PostAsync("/v1/predictions", content, cancellation);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync(cancellation);
    }

    private static async Task<HashSet<int>> VersionsPromotedAsync(LiveDemo demo, CancellationToken cancellation) =>
        [.. (await demo.Http.GetFromJsonAsync<JsonElement>("/v1/models", cancellation)).EnumerateArray()
            .Where(model => model.GetProperty("promotedAtRow").ValueKind == JsonValueKind.Number)
            .Select(model => model.GetProperty("version").GetInt32())];

    private static (HashSet<long> Rows, List<string> Doubled) RowsInTheLog(string directory)
    {
        var rows = new HashSet<long>();
        var doubled = new List<string>();
        var requests = new HashSet<string>();
        var reader = InferenceLogReader.Open(directory);
        while (reader.TryRead(out var record))
        {
            if (record is not PredictionBatch batch)
                continue;
            if (batch.RequestId is { } request && !requests.Add(request))
                doubled.Add(request);
            for (var i = 0; i < batch.Count; i++)
            {
                if (!rows.Add(batch.FirstRow + i))
                    doubled.Add($"p-{batch.FirstRow + i}");
            }
        }

        return (rows, doubled);
    }
}
