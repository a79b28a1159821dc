using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.State;
using MonitoringDemo.Traffic.Live;
using MonitoringDemo.Traffic.Playing;
using MonitoringDemo.Traffic.Show;

namespace MonitoringDemo.Traffic.Tests.Live;

/// <summary>The live loop as one process runs it, driven by hand: another instance over the same folder is a restart.</summary>
internal sealed class LiveTraffic : IDisposable
{
    private readonly HttpClient _http;
    private readonly ServiceProvider _services;
    private readonly TrafficTelemetry _telemetry;
    private readonly TrafficPump _pump;
    private readonly CommandQueue _queue = new(new PumpSignal());

    public LiveTraffic(string folder, Uri inference, TrafficOptions? options = null)
    {
        Checkpoint = new Checkpoint<TrafficState>(Path.Combine(folder, "state.json"));
        _http = new HttpClient { BaseAddress = inference };
        _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        Meters = _services.GetRequiredService<IMeterFactory>();
        var settings = Options.Create(options ?? new TrafficOptions { WarmUp = 2_500, Seed = 7 });
        _telemetry = new TrafficTelemetry(Meters, settings);
        _pump = new TrafficPump(
            settings,
            Checkpoint,
            new SteeringWheel(_queue, _telemetry, NullLogger<SteeringWheel>.Instance),
            new SongSender(new TrafficClient(_http), _telemetry, NullLogger<SongSender>.Instance),
            Shown,
            Bus,
            _telemetry,
            Lifetime,
            Time,
            Log);
    }

    /// <summary>What the pump logged.</summary>
    public CollectedLog Log { get; } = new();

    public ApplicationLifetime Lifetime { get; } = new(NullLogger<ApplicationLifetime>.Instance);

    public Checkpoint<TrafficState> Checkpoint { get; }

    public TrafficShown Shown { get; } = new();

    public RecordedBus Bus { get; } = new();

    /// <summary>Makes the meters of this process alone.</summary>
    public IMeterFactory Meters { get; }

    public FakeTimeProvider Time { get; } = new();

    public void Command(object command, byte id) => _queue.Add(new Guid([id, .. new byte[15]]), command);

    public async Task<bool> PumpAsync(CancellationToken cancellation) => await _pump.PumpAsync(cancellation);

    /// <summary>Lets time pass in steps of 100 ms and pumps as the loop does.</summary>
    public async Task RunAsync(TimeSpan duration, CancellationToken cancellation)
    {
        for (var passed = TimeSpan.Zero; passed < duration; passed += TimeSpan.FromMilliseconds(100))
        {
            Time.Advance(TimeSpan.FromMilliseconds(100));
            while (await PumpAsync(cancellation))
            {
                // There is more to do at once.
            }
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _telemetry.Dispose();
        _services.Dispose();
    }
}
