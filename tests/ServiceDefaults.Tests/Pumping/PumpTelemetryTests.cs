using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.Tests.Telemetry;
using MonitoringDemo.ServiceDefaults.Time;

namespace MonitoringDemo.ServiceDefaults.Tests.Pumping;

public sealed class PumpTelemetryTests
{
    [Fact]
    public async Task A_loop_shows_when_it_last_turned_and_how_often_it_failed()
    {
        var clock = new LockstepClock();
        clock.SetUtcNow(DateTimeOffset.FromUnixTimeSeconds(1_000));
        await using var service = await TestService.StartAsync(builder => builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(clock)).AddMetrics().AddSingleton<PumpTelemetry>());
        var telemetry = service.Services.GetRequiredService<PumpTelemetry>();
        telemetry.Began("left");
        telemetry.Began("right");

        clock.SetUtcNow(DateTimeOffset.FromUnixTimeSeconds(1_060));
        telemetry.Turned("left");
        telemetry.Failed("right");

        var page = await service.ScrapeAsync();
        page["mlops_pump_last_round_timestamp_seconds{pump=\"left\"}"].ShouldBe("1060");
        page["mlops_pump_last_round_timestamp_seconds{pump=\"right\"}"].ShouldBe("1000");
        page["mlops_pump_failures_total{pump=\"left\"}"].ShouldBe("0");
        page["mlops_pump_failures_total{pump=\"right\"}"].ShouldBe("1");
    }

    [Fact]
    public async Task The_room_that_is_left_for_the_data_is_shown_before_any_is_written()
    {
        await using var service = await TestService.StartAsync();

        var page = await service.ScrapeAsync();

        double.Parse(page["mlops_data_free_bytes"], System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
    }
}
