using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MonitoringDemo.DriftDetection.ReadLog;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.StandBy;
using MonitoringDemo.ServiceDefaults.Time;

namespace MonitoringDemo.DriftDetection.Tests;

/// <summary>The whole service on a free port, in lockstep, over a data directory that outlives it.</summary>
internal sealed class DriftHouse : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IMeterFactory _meters;

    public DriftHouse(string data, PublishedFindings published, Action<IServiceCollection> more, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)).Concat(
        [
            new("Data:Directory", data), new("Pump:Lockstep", "true"), new("urls", "http://127.0.0.1:0"),
        ]));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(new LockstepClock());
        builder.Services.AddSingleton(published);
        builder.AddServiceDefaults("drift-detection");
        builder.AddDriftDetection();
        more(builder.Services);
        builder.AddMessaging([.. DriftDetectionModule.Consumers, typeof(KeepPublishedFindings)]);
        _app = builder.Build();
        _meters = _app.Services.GetRequiredService<IMeterFactory>();
        _app.MapServiceDefaults();
        _app.MapDriftDetection();
    }

    public HttpClient Http { get; } = new();

    public static Task<DriftHouse> StartAsync(string data, PublishedFindings published, params (string Key, string Value)[] settings) =>
        StartAsync(() => new DriftHouse(data, published, _ => { }, settings));

    /// <summary>One of several that follow one log.</summary>
    public static Task<DriftHouse> StartAsync(string data, PublishedFindings published, ILease lease, ILeasedState<DriftState> state) =>
        StartAsync(() => new DriftHouse(data, published, services => services.AddKeyedSingleton(DriftDetectionModule.Lease, lease).AddSingleton(state)));

    private static async Task<DriftHouse> StartAsync(Func<DriftHouse> build)
    {
        // Built in here: what MassTransit keeps of its log along the way must not reach the caller's next house.
        var house = build();
        await house._app.StartAsync(TestContext.Current.CancellationToken);
        house.Http.BaseAddress = new Uri(house._app.Urls.First());
        return house;
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public bool Owns(Instrument instrument) =>
        instrument.Meter.Name == DriftDetectionTelemetry.Name && ReferenceEquals(instrument.Meter.Scope, _meters);

    public async Task DrainAsync()
    {
        bool worked;
        do
        {
            worked = await Get<ReadTheLog>().PumpAsync(TestContext.Current.CancellationToken);
            await Get<BusActivity>().QuietAsync(TestContext.Current.CancellationToken);
        }
        while (worked);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
