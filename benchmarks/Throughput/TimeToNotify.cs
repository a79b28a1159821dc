using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.Throughput;

/// <summary>From the press of a button to the notification at a webhook: the live demo, a fresh one for each scenario, at the pace of a lesson.</summary>
internal static class TimeToNotify
{
    private const int SongsBefore = 1_500;
    private const string Pace = "100";
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(6);

    private static readonly (string Scenario, string Alert)[] _stories =
    [
        ("taste-flip", "PerformanceDropped"), ("unit-change", "DataQualityBroken"), ("bad-candidate", "CandidateRejected"), ("summer-hits", "InputsDrifted"), ("decades", "InputsDrifted"),
    ];

    public static async Task MeasureAsync()
    {
        foreach (var (scenario, alert) in _stories) await MeasureAsync(scenario, alert);
    }

    private static async Task MeasureAsync(string scenario, string alert)
    {
        var told = new ConcurrentQueue<(string Name, long Row, long At)>();
        await using var webhook = await ListenAsync(told);
        var data = Directory.CreateTempSubdirectory("monitoringdemo-notify-");
        using var stop = new CancellationTokenSource();
        var port = FreePort.Next();
        Environment.SetEnvironmentVariable("Traffic__Pace", Pace);
        Environment.SetEnvironmentVariable("Traffic__OpeningScenario", "steady");
        Environment.SetEnvironmentVariable("Alerting__Webhook__Url", webhook.Urls.First());
        Environment.SetEnvironmentVariable("Logging__LogLevel__MonitoringDemo.Alerting", "Error");
        var demo = DemoCommandLine.RunAsync(["--urls", $"http://127.0.0.1:{port}", "--data", data.FullName], TextWriter.Null, Console.Error, stop.Token);
        try
        {
            using var http = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
            var first = await UntilAsync(() => RowAsync(http));
            await UntilAsync<long>(async () => await RowAsync(http) is { } served && served >= first + SongsBefore ? served : null);
            var (pressedAt, pressedRow) = (Stopwatch.GetTimestamp(), await RowAsync(http) ?? 0);
            using (var pressed = await http.PostAsJsonAsync(new Uri("/v1/control/scenario", UriKind.Relative), new { id = scenario })) pressed.EnsureSuccessStatusCode();
            var (_, row, at) = await UntilAsync<(string, long, long)>(() => Task.FromResult(told.Where(each => each.Name == alert && each.Row >= pressedRow).Select(each => ((string, long, long)?)each).FirstOrDefault()));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{scenario}: {alert} was at the webhook {Stopwatch.GetElapsedTime(pressedAt, at).TotalSeconds:0.0} s after the press, on the evidence of {row - pressedRow:N0} songs at {Pace} a second."));
        }
        finally
        {
            await stop.CancelAsync();
            await demo;
            data.Delete(recursive: true);
        }
    }

    private static async Task<WebApplication> ListenAsync(ConcurrentQueue<(string Name, long Row, long At)> told)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapPost("/", async (HttpRequest request) =>
        {
            using var body = await JsonDocument.ParseAsync(request.Body);
            if (body.RootElement.GetProperty("event").GetString() == "raised")
                told.Enqueue((body.RootElement.GetProperty("name").GetString()!, body.RootElement.GetProperty("row").GetInt64(), Stopwatch.GetTimestamp()));
            return Results.Ok();
        });
        await app.StartAsync();
        return app;
    }

    private static async Task<long?> RowAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/v1/model", UriKind.Relative));
            if (!answer.IsSuccessStatusCode) return null;
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("nextRow").GetInt64();
        }
        catch (HttpRequestException)
        {
            // It does not listen yet.
            return null;
        }
    }

    private static async Task<T> UntilAsync<T>(Func<Task<T?>> ask)
        where T : struct
    {
        using var patience = new CancellationTokenSource(_patience);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            if (await ask() is { } answer) return answer;
            await timer.WaitForNextTickAsync(patience.Token);
        }
    }
}
