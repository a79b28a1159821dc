using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace MonitoringDemo.ServiceDefaults.Tests;

/// <summary>A service on a real Kestrel and a free port.</summary>
internal sealed class TestService : IAsyncDisposable
{
    private readonly TemporaryData _data;

    private TestService(WebApplication app, TemporaryData data)
    {
        App = app;
        _data = data;
        Client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    public WebApplication App { get; }

    public HttpClient Client { get; }

    public IServiceProvider Services => App.Services;

    public static async Task<TestService> StartAsync(
        Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? map = null, params (string Key, string Value)[] settings)
    {
        var data = new TemporaryData();
        var app = Build(data, configure, map, settings);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TestService(app, data);
    }

    public static WebApplication Build(
        TemporaryData data, Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? map = null, params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        builder.Configuration["Data:Directory"] = data.Directory.Root;
        foreach (var (key, value) in settings) builder.Configuration[key] = value;
        builder.AddServiceDefaults("tests");
        builder.Logging.ClearProviders();
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapServiceDefaults();
        map?.Invoke(app);
        return app;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
        _data.Dispose();
    }
}
