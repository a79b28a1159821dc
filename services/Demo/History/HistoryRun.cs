using System.Globalization;
using System.Net.Http.Headers;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Live;
using MonitoringDemo.Messages.Traffic;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.Time;

namespace MonitoringDemo.Demo.History;

/// <summary>Plays a plan with the live fleet, whose clock goes by the songs instead of the sun, and reads its metrics page as Prometheus would.</summary>
internal static class HistoryRun
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <exception cref="UnusableInputException">The fleet serves nothing.</exception>
    public static async Task<OpenMetricsHistory> PlayAsync(HistoryPlan plan, FleetSettings settings, Action<long> onProgress, CancellationToken cancellation)
    {
        var clock = new LockstepClock();
        clock.SetUtcNow(plan.TimeOf(0));
        var together = new KeepTogether(plan.RequestsAPage);
        await using var app = FleetHost.Build(settings with
        {
            Options = new Dictionary<string, string?>
            {
                ["Traffic:OpeningScenario"] = plan.Scenarios[0].Id,
                // Small requests: the clock moves with each.
                ["Traffic:Tick"] = "00:00:00.050",
                ["Traffic:LargestRequest"] = plan.SongsARequest.ToString(CultureInfo.InvariantCulture),
                ["Pump:Interval"] = "00:00:00.020",
                ["Logging:LogLevel:MonitoringDemo.Alerting"] = "Error",
                ["Traffic:Pace"] = plan.Pace.ToString(CultureInfo.InvariantCulture),
            },
            Services = services => services.AddSingleton<TimeProvider>(clock),
            Last = together.Watch,
        });
        await app.StartAsync(cancellation);
        using var http = new HttpClient(new AccessTokenHandler(app.Services.GetRequiredService<AccessToken>()) { InnerHandler = new SocketsHttpHandler() }) { BaseAddress = FleetAddress.ToCall(app.Urls.First()) };
        http.DefaultRequestHeaders.Accept.Add(MediaTypeWithQualityHeaderValue.Parse("application/openmetrics-text;version=1.0.0"));
        try
        {
            return await FollowAsync(plan, clock, together, http, app.Services.GetRequiredService<IMessageBus>(), onProgress, cancellation);
        }
        finally
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    private static async Task<OpenMetricsHistory> FollowAsync(HistoryPlan plan, LockstepClock clock, KeepTogether together, HttpClient http, IMessageBus bus, Action<long> onProgress, CancellationToken cancellation)
    {
        var history = new OpenMetricsHistory();
        var (first, playing, read) = (-1L, 0, DateTimeOffset.MinValue);
        using var timer = new PeriodicTimer(Look, TimeProvider.System);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            var atRest = together.IsAtRest;
            if (await NextRowAsync(http, cancellation) is { } row)
            {
                if (first < 0) first = row;
                var served = row - first;
                clock.SetUtcNow(plan.TimeOf(served));
                onProgress(Math.Min(served, plan.Songs));
                if (plan.ScenarioAt(served) is var due && due != playing && served < plan.Songs)
                    await bus.PublishAsync(new StartScenario(plan.Scenarios[playing = due].Id), $"history-{due}", cancellation);
                if (atRest && (plan.TimeOf(served) >= read + plan.Every || served >= plan.Songs))
                {
                    read = plan.TimeOf(served);
                    history.Take(await http.GetStringAsync(new Uri("metrics", UriKind.Relative), cancellation), read, plan.SongsASecond);
                    if (served >= plan.Songs) break;
                }
            }

            if (atRest) together.GoOn();
        }

        return history;
    }

    // Null until a model serves.
    private static async Task<long?> NextRowAsync(HttpClient http, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("v1/model", UriKind.Relative)) { Headers = { Accept = { new MediaTypeWithQualityHeaderValue("application/json") } } };
        using var answer = await http.SendAsync(request, cancellation);
        return answer.IsSuccessStatusCode ? (await answer.Content.ReadFromJsonAsync<ModelAnswer>(cancellation))?.NextRow : null;
    }
}
