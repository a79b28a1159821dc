using System.Net.Http.Json;
using System.Text.Json;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests;

public sealed class AlertmanagerTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _data = new();
    private Inbox _inbox = null!;
    private AlertmanagerServer _alertmanager = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _inbox = await Inbox.StartAsync(Cancellation);
        _alertmanager = await AlertmanagerServer.StartAsync(_inbox, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (_alertmanager is not null) await _alertmanager.DisposeAsync();
        await _inbox.DisposeAsync();
        _data.Dispose();
    }

    [Fact]
    public async Task An_alert_that_is_open_is_there_again_after_Alertmanager_was_started_anew_and_a_silence_holds()
    {
        await using var demo = await StartAsync();
        await demo.PaceAsync(500, Cancellation);
        await demo.StartScenarioAsync("unit-change", Cancellation);
        var told = await _inbox.ToldAsync("data-owner", "DataQualityBroken", "firing", Cancellation);
        await demo.PauseAsync(Cancellation);

        await SilenceAsync("DataQualityBroken");
        await _alertmanager.RestartAsync(Cancellation);
        var silenced = await _alertmanager.AlertAsync("DataQualityBroken", "suppressed", Cancellation);

        JsonDocument.Parse(silenced).RootElement.GetProperty("status").GetProperty("silencedBy").GetArrayLength().ShouldBe(1);
        told.Labels.ShouldContainKeyAndValue("severity", "critical");
    }

    [Fact]
    public async Task While_nothing_is_served_nobody_is_told_of_drift()
    {
        await PostAsync("ServingDown", "critical", "platform");
        await _inbox.ToldAsync("on-duty", "ServingDown", "firing", Cancellation);

        await PostAsync("DriftUnanswered", "critical", "model-owner");
        await PostAsync("DiskFills", "critical", "platform");
        var inhibited = await _alertmanager.AlertAsync("DriftUnanswered", "suppressed", Cancellation);
        await _inbox.ToldAsync("platform", "DiskFills", "firing", Cancellation);

        JsonDocument.Parse(inhibited).RootElement.GetProperty("status").GetProperty("inhibitedBy").GetArrayLength().ShouldBe(1);
        _inbox.Alerts.ShouldNotContain(alert => alert.Name == "DriftUnanswered");
    }

    private Task<LiveDemo> StartAsync() => LiveDemo.StartAsync(_data.Path, Cancellation, new Dictionary<string, string?>
    {
        ["Alerting__Alertmanager__Url"] = $"http://{_alertmanager.Address}",
        ["Alerting__Alertmanager__RepeatEvery"] = "00:00:01",
    });

    private async Task PostAsync(string name, string severity, string team)
    {
        using var response = await _alertmanager.Http.PostAsJsonAsync("/api/v2/alerts", new[]
        {
            new { labels = new { alertname = name, severity, team, model = "hits" }, annotations = new { summary = $"{name} is tried." } },
        }, Cancellation);
        response.IsSuccessStatusCode.ShouldBeTrue();
    }

    private async Task SilenceAsync(string name)
    {
        using var response = await _alertmanager.Http.PostAsJsonAsync("/api/v2/silences", new
        {
            matchers = new[] { new { name = "alertname", value = name, isRegex = false, isEqual = true } },
            startsAt = DateTimeOffset.UtcNow,
            endsAt = DateTimeOffset.UtcNow.AddHours(1),
            createdBy = "a test",
            comment = "known",
        }, Cancellation);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync(Cancellation));
    }
}
