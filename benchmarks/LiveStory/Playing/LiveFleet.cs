using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.LiveStory.Clock;
using MonitoringDemo.LiveStory.Measuring;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Pumping;

namespace MonitoringDemo.LiveStory.Playing;

/// <summary>The demo as a person meets it: a fresh world that the clock drives, watched through the page's events and steered by the page's buttons.</summary>
internal sealed class LiveFleet : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly HeardFindings _findings;
    private readonly PumpProgress _progress;
    private readonly ClockDrive _drive;

    private LiveFleet(TemporaryFolder folder, WebApplication app, HttpClient http, HeardFindings findings, PumpProgress progress, ClockDrive drive, OpenPage page) =>
        (_folder, _app, _http, _findings, _progress, _drive, Page) = (folder, app, http, findings, progress, drive, page);

    /// <summary>The page, opened when the demo began.</summary>
    public OpenPage Page { get; }

    public static async Task<LiveFleet> StartAsync(LiveFleetSettings settings, CancellationToken cancellation)
    {
        var clock = new StoryClock();
        var (findings, progress, folder) = (new HeardFindings(), new PumpProgress(clock), new TemporaryFolder());
        var app = FleetHost.Build(new FleetSettings(FleetAddress.Settle(FleetAddress.AnyFree), folder.Path, Lockstep: false)
        {
            Seed = settings.Seed,
            Options = new Dictionary<string, string?>
            {
                ["Traffic:OpeningScenario"] = settings.OpeningScenario,
                ["Logging:LogLevel:MonitoringDemo.Alerting"] = "Error",
            },
            ExtraConsumers = [typeof(KeepFindings)],
            Services = services =>
            {
                services.AddSingleton(findings).AddSingleton<TimeProvider>(clock);
                Follow(services, progress);
            },
        });
        var drive = new ClockDrive(clock, progress, app.Services.GetRequiredService<BusActivity>(), settings.TimesAsFast);
        await app.StartAsync(cancellation);
        var http = new HttpClient { BaseAddress = FleetAddress.ToCall(app.Urls.First()), Timeout = Timeout.InfiniteTimeSpan };
        return new LiveFleet(folder, app, http, findings, progress, drive, await OpenPage.OpenAsync(http, progress.ToString, cancellation));
    }

    /// <summary>Sets the pace; 0 pauses.</summary>
    public Task SetPaceAsync(double songsPerSecond, CancellationToken cancellation) => PostAsync("v1/control/pace", new { songsPerSecond }, cancellation);

    /// <summary>Presses the button of a scenario and waits until the page says from which song on it plays.</summary>
    /// <returns>The first song that it changes.</returns>
    public async Task<long> PressAsync(string scenarioId, CancellationToken cancellation)
    {
        const int Patience = 5_000;
        var before = Page.Scenario;
        await PostAsync("v1/control/scenario", new { id = scenarioId }, cancellation);
        await Page.UntilAsync($"scenario '{scenarioId}' begins", page => page.Scenario is { } now && now.Id == scenarioId && (before?.Id != scenarioId || now.OnsetRow > before.OnsetRow), Page.Row + Patience, cancellation);
        return Page.Scenario!.OnsetRow;
    }

    /// <summary>Where the world stands.</summary>
    public async Task<WorldShown> WorldAsync(CancellationToken cancellation) => await GetAsync<WorldShown>("v1/traffic", cancellation);

    /// <summary>Pauses the songs, gathers what people were told, stops the demo and reads its log.</summary>
    public async Task<LiveRecord> EndAsync(CancellationToken cancellation)
    {
        await SetPaceAsync(0, cancellation);
        await Page.UntilAsync("the songs stop", page => page.SongsPerSecond == 0, long.MaxValue, cancellation);
        await _progress.AllDoneAsync(cancellation);
        var decisions = await GetAsync<List<DecisionMade>>("v1/decisions", cancellation);
        var alerts = await GetAsync<AlertsShown>("v1/alerts?state=all", cancellation);
        await _app.StopAsync(cancellation);
        return new LiveRecord(SongLedger.Read(Path.Combine(_folder.Path, "log")), decisions, alerts.Alerts, _findings.All, [.. Page.Feed]);
    }

    public async ValueTask DisposeAsync()
    {
        Page.Dispose();
        _http.Dispose();
        await _app.DisposeAsync();
        await _drive.DisposeAsync();
        _folder.Dispose();
    }

    private static void Follow(IServiceCollection services, PumpProgress progress)
    {
        foreach (var pump in services.Where(service => service.ServiceType == typeof(IPump)).ToList())
        {
            var make = pump.ImplementationFactory ?? throw new InvalidOperationException("A pump is registered in a way that the story does not know.");
            services.Remove(pump);
            services.AddSingleton<IPump>(provider => new FollowedPump((IPump)make(provider), progress));
        }
    }

    private async Task PostAsync<T>(string path, T body, CancellationToken cancellation)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    private async Task<T> GetAsync<T>(string path, CancellationToken cancellation) =>
        await _http.GetFromJsonAsync<T>(new Uri(path, UriKind.Relative), cancellation) ?? throw new InvalidDataException($"GET /{path} answered nothing.");

    private sealed record AlertsShown(IReadOnlyList<AlertShown> Alerts);
}
