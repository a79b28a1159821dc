using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests;

/// <summary>One live fleet, a real Prometheus with the rules and a real Alertmanager, and one scenario after the other: who is told what, when, and that it ends.</summary>
public sealed class AlertTruthTests
{
    /// <summary>Where the times from a fault to its notification are written, beside the test's own output; a file that is made anew.</summary>
    private const string Times = "MONITORINGDEMO_NOTIFY_TIMES";
    private const int Pace = 500;

    /// <summary>The alert that a scenario has to raise, who is told, and what else may come of it.</summary>
    private static readonly (string Scenario, string Alert, string Receiver, string[] May)[] _stories =
    [
        ("unit-change", "DataQualityBroken", "data-owner", []),
        ("bad-candidate", "CandidateRejected", "model-owner", []),
        ("summer-hits", "InputsDrifted", "journal", []),
        ("taste-flip", "PerformanceDropped", "on-duty", ["CandidateRejected", "InputsDrifted"]),
        ("decades", "InputsDrifted", "journal", ["CandidateRejected", "PerformanceDropped", "ModelRolledBack"]),
    ];

    [Fact]
    public async Task Each_scenario_raises_what_it_has_to_and_nothing_else_each_alert_ends_and_steady_raises_none()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        await using var inbox = await Inbox.StartAsync(cancellation);
        await using var alertmanager = await AlertmanagerServer.StartAsync(inbox, cancellation);
        await using var demo = await LiveDemo.StartAsync(data.Path, cancellation, new Dictionary<string, string?>
        {
            ["Alerting__Alertmanager__Url"] = $"http://{alertmanager.Address}",
            ["Alerting__Alertmanager__RepeatEvery"] = "00:00:01",
            // What was said of one attempt is over sooner, for the test's sake.
            ["Alerting__AttemptIsNewsForRows"] = "1000",
            ["Traffic__OpeningScenario"] = "steady",
        });
        await using var prometheus = await PrometheusServer.StartAsync([demo.Http.BaseAddress!.Authority], cancellation, alertmanager.Address);
        await demo.PaceAsync(Pace, cancellation);
        await ServedAsync(demo, 2_500, cancellation);
        await inbox.ToldAsync("nobody", "Watchdog", "firing", cancellation);
        var steady = Names(inbox, since: 0);

        var times = new List<string>();
        var lies = new List<string>();
        foreach (var (scenario, alert, receiver, may) in _stories)
        {
            var pressed = Stopwatch.GetTimestamp();
            await demo.StartScenarioAsync(scenario, cancellation);
            var raised = await inbox.ToldAsync(receiver, alert, "firing", cancellation, pressed);
            // Songs as before end what only songs can end.
            if (scenario is "summer-hits" or "bad-candidate") await demo.StartScenarioAsync("steady", cancellation);
            var ended = await inbox.ToldAsync(receiver, alert, "resolved", cancellation, pressed);

            times.Add(string.Create(CultureInfo.InvariantCulture, $"{scenario}: {alert} was at the webhook of {receiver} after {Stopwatch.GetElapsedTime(pressed, raised.At).TotalSeconds:0.0} s at {Pace} songs a second, and its end after {Stopwatch.GetElapsedTime(pressed, ended.At).TotalSeconds:0.0} s."));
            lies.AddRange(Names(inbox, pressed).Except([alert, .. may]).Select(name => $"{scenario} raised {name}"));
        }

        Tell(times);
        steady.ShouldBeEmpty();
        lies.ShouldBeEmpty();
        // Both roads meet: the rules' alerts and the service's are in the one inbox, and critical ones reach the team as well.
        var dropped = await inbox.ToldAsync("model-owner", "PerformanceDropped", "firing", cancellation);
        dropped.Labels.ShouldContainKeyAndValue("model", "hits");
        inbox.Alerts.Where(each => each is { Name: "PerformanceDropped", Status: "resolved" }).Select(each => each.Summary).ShouldContain("Accuracy is back.");
    }

    /// <summary>What was raised since a moment; the watchdog always is.</summary>
    private static string[] Names(Inbox inbox, long since) =>
        [.. inbox.Alerts.Where(alert => alert.Status == "firing" && alert.At >= since && alert.Name != "Watchdog").Select(alert => alert.Name).Distinct()];

    private static Task<string> ServedAsync(LiveDemo demo, long songs, CancellationToken cancellationToken)
    {
        long? first = null;
        return Eventually.Get(
            async token =>
            {
                var row = (await demo.Http.GetFromJsonAsync<JsonElement>("/v1/traffic", token)).GetProperty("row").GetInt64();
                first ??= row;
                return row >= first + songs ? "served" : null;
            },
            TimeSpan.FromSeconds(60),
            $"{songs} songs are served",
            cancellationToken);
    }

    private static void Tell(IReadOnlyList<string> times)
    {
        foreach (var line in times) TestContext.Current.TestOutputHelper!.WriteLine(line);
        if (Environment.GetEnvironmentVariable(Times) is { Length: > 0 } file) File.WriteAllLines(file, times);
    }
}
