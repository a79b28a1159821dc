using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MonitoringDemo.Alerting.Channels;
using MonitoringDemo.Alerting.Deliver;
using MonitoringDemo.Alerting.Raise;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.Alerting.Tests.Channels;

public sealed class AlertmanagerChannelTests : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new();
    private readonly Receiver _receiver = new();
    private AlertingHouse _house = null!;

    public async ValueTask InitializeAsync()
    {
        await _receiver.StartAsync();
        _house = await new AlertingHouse(_directory.Path, null, ("Alerting:Alertmanager:Url", _receiver.Alertmanager), ("Alerting:Alertmanager:Token", "t0ken"), ("Alerting:Alertmanager:KeepFor", "02:00:00")).StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        await _receiver.DisposeAsync();
        _directory.Dispose();
    }

    [Fact]
    public async Task An_alert_is_raised_for_as_long_as_it_is_kept_and_resolved_under_the_same_labels()
    {
        await _house.SendAsync(Sample.Broken(), "1");
        await _house.SendAsync(Sample.Mended(), "2");

        var (raised, resolved) = (Alert(0), Alert(1));

        var now = _house.Clock.GetUtcNow();
        raised.GetProperty("startsAt").GetDateTimeOffset().ShouldBe(now);
        raised.GetProperty("endsAt").GetDateTimeOffset().ShouldBe(now.AddHours(2));
        resolved.GetProperty("endsAt").GetDateTimeOffset().ShouldBe(now);
        resolved.TryGetProperty("startsAt", out _).ShouldBeFalse("Alertmanager knows it");
        resolved.GetProperty("labels").GetRawText().ShouldBe(raised.GetProperty("labels").GetRawText());
        raised.GetProperty("labels").EnumerateObject().Select(label => $"{label.Name}={label.Value}").ShouldBe(["alertname=DataQualityBroken", "severity=critical", "team=data-owner", "model=hits", "incident=hits-8012"]);
        raised.GetProperty("annotations").GetProperty("summary").GetString().ShouldBe("duration_ms is 1,000 times smaller.");
        raised.GetProperty("annotations").GetProperty("report").GetString().ShouldStartWith("/incidents/hits-");
        _receiver.Received[0].Authorization.ShouldBe("Bearer t0ken");
    }

    [Fact]
    public async Task What_is_open_is_told_again_and_what_is_resolved_is_not()
    {
        var channel = (AlertmanagerChannel)_house.Get<IEnumerable<IAlertChannel>>().Single(each => each.Name == "alertmanager");
        await channel.RepeatAsync(TestContext.Current.CancellationToken);
        var beforeAny = _receiver.Received.Count;
        await _house.SendAsync(Sample.Broken(8100, "hits-1"), "1");
        await _house.SendAsync(Sample.Broken(9100, "hits-2"), "2");
        await _house.SendAsync(Sample.Mended(8100, "hits-1"), "3");
        _house.Clock.SetUtcNow(_house.Clock.GetUtcNow().AddHours(1));

        await channel.RepeatAsync(TestContext.Current.CancellationToken);

        beforeAny.ShouldBe(0);
        var told = Alert(3);
        told.GetProperty("labels").GetProperty("incident").GetString().ShouldBe("hits-2");
        told.GetProperty("endsAt").GetDateTimeOffset().ShouldBe(_house.Clock.GetUtcNow().AddHours(2));
        told.TryGetProperty("startsAt", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_refusal_is_tried_again_and_neither_address_nor_token_is_logged()
    {
        _receiver.Answer = 503;
        await _house.SendAsync(Sample.Broken(), "1");

        _receiver.Answer = 200;
        _house.Clock.SetUtcNow(_house.Clock.GetUtcNow().AddMinutes(1));
        await _house.DrainAsync();

        _house.Counted["mlops_notifications alertmanager failed"].ShouldBe(1);
        _house.Counted["mlops_notifications alertmanager delivered"].ShouldBe(1);
        _house.Log.Lines.ShouldContain(line => line.Contains("Alertmanager answered 503.", StringComparison.Ordinal));
        _house.Log.Lines.ShouldNotContain(line => line.Contains("s3cret", StringComparison.Ordinal) || line.Contains("t0ken", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_open_is_told_again_also_after_it_was_refused_for_good()
    {
        await _house.SendAsync(Sample.Broken(), "1");
        var (clock, options) = (new FakeTimeProvider(), _house.Get<IOptions<AlertingOptions>>());
        using var repeating = new RepeatToAlertmanager(_house.Get<IEnumerable<IAlertChannel>>(), options, Options.Create(new PumpOptions()), clock, NullLogger<RepeatToAlertmanager>.Instance);
        _receiver.Answer = 400;

        await repeating.StartAsync(TestContext.Current.CancellationToken);
        while (_receiver.Received.Count < 3 && repeating.ExecuteTask is not { IsCompleted: true })
        {
            clock.Advance(options.Value.Alertmanager.RepeatEvery);
            await Task.Yield();
        }

        repeating.ExecuteTask!.Exception.ShouldBeNull();
        _receiver.Received.Count.ShouldBeGreaterThanOrEqualTo(3, "raised once, told twice more");
        await repeating.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("ftp://s3cret.example.org", "00:00:05", "1.00:00:00", "00:01:00", "Alerting:Alertmanager:Url")]
    [InlineData("http://127.0.0.1:9093", "00:00:00", "1.00:00:00", "00:01:00", "Alerting:Alertmanager:Timeout")]
    [InlineData("http://127.0.0.1:9093", "00:00:05", "00:01:00", "00:01:00", "Alerting:Alertmanager:RepeatEvery")]
    public void Settings_that_make_no_sense_stop_the_start_and_are_named(string url, string timeout, string keepFor, string repeatEvery, string named)
    {
        static TimeSpan Of(string text) => TimeSpan.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
        var options = new AlertingOptions { Alertmanager = { Url = new Uri(url), Timeout = Of(timeout), KeepFor = Of(keepFor), RepeatEvery = Of(repeatEvery) } };

        var result = new AlertingOptionsValidator().Validate(null, options);

        result.FailureMessage!.ShouldContain(named);
        result.FailureMessage!.ShouldNotContain("s3cret");
    }

    [Fact]
    public async Task An_address_that_is_empty_is_none()
    {
        using var directory = new TemporaryDirectory();
        await using var house = await new AlertingHouse(directory.Path, null, ("Alerting:Alertmanager:Url", "")).StartAsync();

        var channel = house.Get<IEnumerable<IAlertChannel>>().Single(each => each.Name == "alertmanager");

        channel.IsEnabled.ShouldBeFalse();
    }

    [Fact]
    public void Every_alert_has_a_runbook()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "MonitoringDemo.sln"))) folder = folder.Parent!;

        var missing = AlertRules.All.Select(rule => $"docs/runbooks/{rule.Name}.md").Where(runbook => !File.Exists(Path.Combine(folder.FullName, runbook)));

        missing.ShouldBeEmpty();
    }

    private JsonElement Alert(int at) => JsonDocument.Parse(_receiver.Received[at].Body).RootElement.EnumerateArray().ShouldHaveSingleItem();
}
