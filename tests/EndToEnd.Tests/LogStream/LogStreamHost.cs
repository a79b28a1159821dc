using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.LogStream;
using MonitoringDemo.ServiceDefaults.Messaging;

namespace MonitoringDemo.EndToEnd.Tests.LogStream;

/// <summary>A service that does nothing but write the log or read it, over a broker.</summary>
internal sealed class LogStreamHost : IAsyncDisposable
{
    public const string Part = "part";
    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly string _data;

    private LogStreamHost(WebApplication app, string data)
    {
        (_app, _data) = (app, data);
        _http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
    }

    /// <summary>What keeps the writer's retention from deleting what is not shipped.</summary>
    public LogHold Hold => _app.Services.GetRequiredService<LogHold>();

    public static async Task<LogStreamHost> StartAsync(int brokerPort, LogStreamRole role, string data, CancellationToken cancellationToken, long? holdBytes = null, bool compress = true)
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Data:Directory"] = data;
        builder.Configuration["ConnectionStrings:RabbitMQ"] = $"amqp://guest:guest@127.0.0.1:{brokerPort}/";
        builder.Configuration["Log:Stream"] = "true";
        builder.Configuration["Log:Window"] = "16";
        builder.Configuration["Log:Compress"] = $"{compress}";
        builder.Configuration["Log:Timeout"] = "00:00:05";
        if (holdBytes is not null) builder.Configuration["Log:HoldBytes"] = $"{holdBytes}";
        builder.Configuration["Messaging:AskAgainAfter"] = "00:00:01";
        builder.AddServiceDefaults($"log-{role}".ToLowerInvariant());
        builder.Logging.ClearProviders();
        builder.AddMessaging([], []);
        builder.AddLogStream(role, Part);
        var app = builder.Build();
        app.MapServiceDefaults();
        await app.StartAsync(cancellationToken);
        return new LogStreamHost(app, data);
    }

    /// <summary>Readiness, once it is what the test waits for.</summary>
    public async Task<string> ReadyAsync(Func<bool, string, bool> wanted, string what, CancellationToken cancellationToken)
    {
        var last = "";
        try
        {
            return await Eventually.Get(
                async token =>
                {
                    using var response = await _http.GetAsync(new Uri("/health/ready", UriKind.Relative), token);
                    last = await response.Content.ReadAsStringAsync(token);
                    return wanted(response.IsSuccessStatusCode, last) ? last : null;
                },
                TimeSpan.FromSeconds(90),
                what,
                cancellationToken);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message} {last}", e);
        }
    }

    /// <summary>The sum of a metric over its series.</summary>
    public async Task<double> MetricAsync(string name, CancellationToken cancellationToken)
    {
        var page = await _http.GetStringAsync(new Uri("/metrics", UriKind.Relative), cancellationToken);
        var values = page.Split('\n').Where(line => line.StartsWith(name + "{", StringComparison.Ordinal)).Select(line => double.Parse(line[(line.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        values.ShouldNotBeEmpty(name);
        return values.Sum();
    }

    /// <summary>Every record of the log, once there are as many as wanted, as bytes.</summary>
    public async Task<List<byte[]>> FramesAsync(int count, CancellationToken cancellationToken)
    {
        var found = 0;
        try
        {
            return await Eventually.Get(
                _ =>
                {
                    var frames = Frames(_data);
                    found = frames.Count;
                    return Task.FromResult(found >= count ? frames : null);
                },
                TimeSpan.FromSeconds(120),
                "The records arrive",
                cancellationToken);
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{found} of {count} records arrived. {await ReadyAsync((_, _) => true, "An answer", cancellationToken)}", e);
        }
    }

    public static List<byte[]> Frames(string data)
    {
        using var reader = new InferenceLogFiles(Path.Combine(data, "log")).OpenFrames(0);
        var frames = new List<byte[]>();
        while (reader.TryRead(out var frame, out _)) frames.Add(frame.ToArray());
        return frames;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}
