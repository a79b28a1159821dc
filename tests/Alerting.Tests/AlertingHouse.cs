using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MonitoringDemo.Alerting.Channels;
using MonitoringDemo.Alerting.Deliver;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Time;

namespace MonitoringDemo.Alerting.Tests;

/// <summary>The whole service on a free port, in lockstep, in a directory of its own.</summary>
internal sealed class AlertingHouse : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly MeterListener _listener = new();

    public AlertingHouse(string data, IAlertChannel? extra = null, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)).Concat(
        [
            new("Data:Directory", data), new("Pump:Lockstep", "true"), new("urls", "http://127.0.0.1:0"),
        ]));
        builder.Logging.ClearProviders().AddProvider(Log);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.AddServiceDefaults("alerting");
        builder.AddAlerting();
        builder.AddMessaging([.. AlertingModule.Consumers, typeof(KeepPublishedAlerts)]);
        builder.Services.AddSingleton(Published);
        if (extra is not null)
            builder.Services.AddSingleton(extra);

        _app = builder.Build();
        _app.MapServiceDefaults();
        _app.MapAlerting();
        // Taken once: other houses' instruments are published to this listener too, also while this house is taken down.
        var meters = _app.Services.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == AlertingTelemetry.MeterName && ReferenceEquals(instrument.Meter.Scope, meters))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            var name = $"{instrument.Name} {string.Join(' ', tags.ToArray().Select(t => t.Value))}";
            lock (Counted) Counted[name] = Counted.GetValueOrDefault(name) + value;
        });
        _listener.Start();
    }

    public LockstepClock Clock { get; } = new();

    public CollectedLog Log { get; } = new();

    public PublishedAlerts Published { get; } = new();

    public Dictionary<string, long> Counted { get; } = [];

    public HttpClient Http { get; private set; } = new();

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public async Task<AlertingHouse> StartAsync()
    {
        await _app.StartAsync(TestContext.Current.CancellationToken);
        Http.BaseAddress = new Uri(_app.Urls.First());
        await DrainAsync();
        return this;
    }

    /// <summary>Publishes as another service would, and lets the fleet fall quiet.</summary>
    public async Task SendAsync(object message, string key)
    {
        await Get<IMessageBus>().PublishAsync(message, key, TestContext.Current.CancellationToken);
        await DrainAsync();
    }

    public async Task DrainAsync()
    {
        bool worked;
        do
        {
            await Get<BusActivity>().QuietAsync(TestContext.Current.CancellationToken);
            worked = await Get<AlertPump>().PumpAsync(TestContext.Current.CancellationToken);
        }
        while (worked);
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
