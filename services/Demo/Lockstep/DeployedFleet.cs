using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Report;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults.Messaging;
using MonitoringDemo.ServiceDefaults.Pumping;
using MonitoringDemo.ServiceDefaults.Security;
using MonitoringDemo.ServiceDefaults.Time;
using MonitoringDemo.Traffic.Playing;

namespace MonitoringDemo.Demo.Lockstep;

/// <summary>A fleet that runs, and how it is reached: one deployment of it.</summary>
internal sealed class DeployedFleet : IAsyncDisposable
{
    private readonly FleetSettings _settings;
    private readonly WebApplication _app;
    private readonly HttpLine _line;
    private bool _isGone;

    private DeployedFleet(FleetSettings settings, WebApplication app, HttpClient http, HttpLine line)
    {
        (_settings, _app, Http, _line) = (settings, app, http, line);
        Client = new TrafficClient(http, line);
        Drain = new FleetDrain(app.Services.GetServices<IPump>(), app.Services.GetRequiredService<BusActivity>());
    }

    public HttpClient Http { get; }

    public TrafficClient Client { get; }

    public FleetDrain Drain { get; }

    public LockstepClock Clock => _app.Services.GetRequiredService<LockstepClock>();

    public IMessageBus Bus => _app.Services.GetRequiredService<IMessageBus>();

    public IInferenceLog Log => _app.Services.GetRequiredService<IInferenceLog>();

    /// <summary>Starts a fleet.</summary>
    /// <param name="settings">What it is set to, consumers and services of the run included.</param>
    /// <param name="row">The next row of the stream: what is stored at the start has its time.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<DeployedFleet> StartAsync(FleetSettings settings, long row, CancellationToken cancellation)
    {
        var app = FleetHost.Build(settings);
        try
        {
            app.Services.GetRequiredService<LockstepClock>().SetRow(row);
            await app.StartAsync(cancellation);
            var address = FleetAddress.ToCall(app.Urls.First());
            var line = await FleetLine.OpenAsync(app, address, settings.OverSocket, cancellation);
            var http = new HttpClient(new AccessTokenHandler(app.Services.GetRequiredService<AccessToken>()) { InnerHandler = new SocketsHttpHandler() })
            {
                BaseAddress = address,
                Timeout = Timeout.InfiniteTimeSpan,
            };
            return new DeployedFleet(settings, app, http, line);
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops this fleet and starts it again on its data with some settings over those that it has.</summary>
    /// <exception cref="LockstepException">It does not start with them.</exception>
    public async Task<DeployedFleet> DeployAnewAsync(IReadOnlyDictionary<string, string?> changes, long row, CancellationToken cancellation)
    {
        await StopAsync(cancellation);
        await DisposeAsync();
        var options = new Dictionary<string, string?>(_settings.Options, StringComparer.OrdinalIgnoreCase);
        foreach (var (key, value) in changes) options[key] = value;
        return await StartAsync(_settings with { Options = options }, row, cancellation);
    }

    public async Task<IReadOnlyList<ReportModel>> ModelsAsync(CancellationToken cancellation) =>
        [.. (await Http.GetFromJsonAsync<List<ReportModel>>(new Uri("v1/models", UriKind.Relative), cancellation) ?? []).OrderBy(model => model.Version)];

    /// <summary>The columns beside the schema that inference has named.</summary>
    public async Task<IReadOnlyList<string>> UnknownColumnsAsync(CancellationToken cancellation)
    {
        using var answer = await Http.GetAsync(new Uri("v1/model", UriKind.Relative), cancellation);
        // Where another system serves the model there is none to ask about.
        if (!answer.IsSuccessStatusCode) return [];
        var model = await answer.Content.ReadFromJsonAsync<ServedModelAnswer>(cancellation);
        return [.. (model?.UnknownColumns ?? []).Select(column => column.Name)];
    }

    public Task StopAsync(CancellationToken cancellation) => _app.StopAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        if (_isGone) return;
        _isGone = true;
        Http.Dispose();
        await _line.DisposeAsync();
        await _app.DisposeAsync();
    }

    private sealed record ServedModelAnswer(IReadOnlyList<NamedColumn>? UnknownColumns);

    private sealed record NamedColumn(string Name);
}
