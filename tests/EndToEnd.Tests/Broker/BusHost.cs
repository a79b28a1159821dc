using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.EndToEnd.Tests.Broker;

/// <summary>A service that is nothing but its endpoints on the bus.</summary>
internal sealed class BusHost : IAsyncDisposable
{
    private readonly TemporaryDirectory _data;
    private readonly WebApplication _app;
    private readonly HttpClient _http;

    private BusHost(TemporaryDirectory data, WebApplication app)
    {
        (_data, _app) = (data, app);
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public IMessageBus Bus => _app.Services.GetRequiredService<IMessageBus>();

    public static async Task<BusHost> StartAsync(
        string broker, IReadOnlyList<Type> consumers, IReadOnlyList<Type> publishes, CancellationToken cancellationToken, string? authority = null, Action<IServiceCollection>? services = null)
    {
        var data = new TemporaryDirectory();
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Data:Directory"] = data.Path;
        builder.Configuration["ConnectionStrings:RabbitMQ"] = broker;
        builder.Configuration["Messaging:CertificateAuthority"] = authority;
        builder.Configuration["Messaging:PublishTimeout"] = "00:00:03";
        builder.Configuration["Messaging:AskAgainAfter"] = "00:00:01";
        builder.Configuration["Messaging:LookAtQueuesEvery"] = "00:00:00.500";
        builder.AddServiceDefaults("bus-host");
        builder.Logging.ClearProviders();
        services?.Invoke(builder.Services);
        builder.AddMessaging(consumers, publishes);
        var app = builder.Build();
        app.MapServiceDefaults();
        await app.StartAsync(cancellationToken);
        return new BusHost(data, app);
    }

    /// <summary>Readiness, once it is what the test waits for.</summary>
    public async Task<string> ReadyAsync(Func<bool, string, bool> wanted, string what, CancellationToken cancellationToken)
    {
        var said = "nothing";
        try
        {
            return await Eventually.Get(
                async token =>
                {
                    using var response = await _http.GetAsync(new Uri("/health/ready", UriKind.Relative), token);
                    said = await response.Content.ReadAsStringAsync(token);
                    return wanted(response.IsSuccessStatusCode, said) ? said : null;
                },
                TimeSpan.FromSeconds(150),
                what,
                cancellationToken);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message} Readiness says {said}", e);
        }
    }

    public Task<string> IsReadyAsync(CancellationToken cancellationToken) => ReadyAsync((ready, _) => ready, "The service is ready", cancellationToken);

    public Task<string> MetricsAsync(CancellationToken cancellationToken) => _http.GetStringAsync(new Uri("/metrics", UriKind.Relative), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
        _data.Dispose();
    }
}
