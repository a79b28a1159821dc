using System.Text.Json;
using MonitoringDemo.Messages.Alerting;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Alerting.Tests.Deliver;

public sealed class AlertPumpTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new();
    private readonly FlakyChannel _channel = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    public async Task An_alert_is_raised_and_resolved_on_the_bus_and_in_every_channel()
    {
        await using var house = await StartAsync();
        _channel.Broken = false;

        await house.SendAsync(Sample.Broken(), "1");
        await house.SendAsync(Sample.Mended(), "2");

        house.Published.Messages[0].ShouldBeOfType<AlertRaised>().Owner.ShouldBe("data-owner");
        house.Published.Messages[1].ShouldBeOfType<AlertResolved>().Row.ShouldBe(8500);
        _channel.Taken.ShouldBe(["hits-8012/DataQualityBroken:raised", "hits-8012/DataQualityBroken:resolved"]);
        _directory.Lines.Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_that_comes_twice_counts_once()
    {
        await using var house = await StartAsync();

        await house.SendAsync(Sample.Broken(), "1");
        await house.SendAsync(Sample.Broken(), "1");

        house.Counted["mlops_alerts DataQualityBroken critical"].ShouldBe(1);
        house.Get<Alerting.Show.AlertsShown>().Alerts.Single().Repeats.ShouldBe(0);
    }

    [Fact]
    public async Task A_channel_that_fails_neither_blocks_the_others_nor_loses_the_alert()
    {
        await using var house = await StartAsync();

        await house.SendAsync(Sample.Broken(), "1");
        var whileBroken = _directory.Lines.Length;
        _channel.Broken = false;
        house.Clock.SetUtcNow(house.Clock.GetUtcNow().AddMinutes(1));
        await house.DrainAsync();

        whileBroken.ShouldBe(1);
        _channel.Taken.ShouldBe(["hits-8012/DataQualityBroken:raised"]);
        house.Counted["mlops_notifications flaky failed"].ShouldBe(1);
        house.Counted["mlops_notifications flaky delivered"].ShouldBe(1);
    }

    [Fact]
    public async Task A_channel_that_fails_is_left_alone_until_the_back_off_is_over()
    {
        await using var house = await StartAsync();
        await house.SendAsync(Sample.Broken(), "1");

        await house.DrainAsync();
        await house.DrainAsync();

        _channel.Attempts.ShouldBe(1);
    }

    [Fact]
    public async Task What_was_not_delivered_before_the_end_of_the_process_is_delivered_after_it()
    {
        // Not disposed of before the second one starts: a process that dies says no goodbye.
        await using var first = await StartAsync();
        await first.SendAsync(Sample.Broken(), "1");

        _channel.Broken = false;
        await using var second = new AlertingHouse(_directory.Path, _channel);
        second.Clock.SetUtcNow(second.Clock.GetUtcNow().AddHours(1));
        await second.StartAsync();
        await second.SendAsync(Sample.Broken(), "1");

        _channel.Taken.ShouldBe(["hits-8012/DataQualityBroken:raised"]);
        second.Published.Messages.ShouldBeEmpty("the first process had published it, and the message is known");
        _directory.Lines.Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_end_that_overtook_its_finding_is_remembered_across_a_restart()
    {
        await using var first = await StartAsync();
        await first.SendAsync(Sample.Mended(), "2");

        await using var second = await StartAsync();
        await second.SendAsync(Sample.Broken(), "1");

        second.Published.Messages.Select(m => m.GetType()).ShouldBe([typeof(AlertRaised), typeof(AlertResolved)]);
        second.Get<Alerting.Show.AlertsShown>().Alerts.ShouldHaveSingleItem().ResolvedAtRow.ShouldBe(8500);
    }

    [Fact]
    public async Task A_record_from_before_ends_were_remembered_still_loads()
    {
        var path = Path.Combine(_directory.Path, "alerting", "state.json");
        await using var first = await StartAsync();
        await first.SendAsync(Sample.Broken(), "1");
        new Checkpoint<Dictionary<string, JsonElement>>(path).TryLoad(out var saved).ShouldBeTrue();
        saved.Remove("endedFirst").ShouldBeTrue();
        new Checkpoint<Dictionary<string, JsonElement>>(path).Save(saved);

        await using var second = await StartAsync();
        await second.SendAsync(Sample.Mended(), "2");

        second.Get<Alerting.Show.AlertsShown>().Alerts.ShouldHaveSingleItem().ResolvedAtRow.ShouldBe(8500);
    }

    [Fact]
    public async Task In_a_quiet_stream_too_the_alert_about_an_attempt_comes_to_its_end()
    {
        await using var house = await StartAsync();
        await house.SendAsync(new DecisionMade("hits", "manual-1", 8700, DecisionActions.Reject, "Worse.", [], "quality", 2), "1");

        await house.SendAsync(new HealthMeasured("hits", 13_500, 1, [], null), "2");
        var before = house.Published.Messages.Count;
        await house.SendAsync(new HealthMeasured("hits", 13_750, 1, [], null), "3");

        before.ShouldBe(1);
        house.Published.Messages[1].ShouldBeOfType<AlertResolved>().Row.ShouldBe(13_750);
    }

    [Fact]
    public async Task An_alert_that_a_person_closes_is_resolved_for_everybody()
    {
        await using var house = await StartAsync();
        await house.SendAsync(Sample.Broken(), "1");

        await house.SendAsync(new CloseAlert("hits", "hits-8012/DataQualityBroken", "control-room"), "2");

        house.Published.Messages[1].ShouldBeOfType<AlertResolved>().Summary.ShouldBe("Closed by control-room.");
        house.Get<Alerting.Show.AlertsShown>().Alerts.ShouldHaveSingleItem().IsOpen.ShouldBeFalse();
    }

    [Fact]
    public async Task Every_counter_starts_at_zero()
    {
        await using var house = await StartAsync();

        house.Counted["mlops_alerts CandidateRejected warning"].ShouldBe(0);
        house.Counted["mlops_notifications json-lines delivered"].ShouldBe(0);
        house.Counted["mlops_notifications console failed"].ShouldBe(0);
        house.Counted.Keys.ShouldNotContain(key => key.Contains("webhook"), "it is not configured");
    }

    private Task<AlertingHouse> StartAsync() => new AlertingHouse(_directory.Path, _channel).StartAsync();
}
