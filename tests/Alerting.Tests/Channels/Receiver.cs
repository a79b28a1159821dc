using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace MonitoringDemo.Alerting.Tests.Channels;

/// <summary>The far end of a webhook, and of an Alertmanager as far as addresses go: a real server on a free port.</summary>
internal sealed class Receiver : IAsyncDisposable
{
    private readonly WebApplication _app;

    public Receiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/hook/{secret}", TakeAsync);
        _app.MapPost("/s3cret/api/v2/alerts", TakeAsync);
    }

    public int Answer { get; set; } = 204;

    /// <summary>What the keys hold that are answered with 400.</summary>
    public string? Refuses { get; set; }

    /// <summary>What each request said of its length.</summary>
    public List<long?> Lengths { get; } = [];

    public TaskCompletionSource? Gate { get; set; }

    public List<(string Key, string Authorization, string Body)> Received { get; } = [];

    public string Url => $"{_app.Urls.First()}/hook/s3cret";

    /// <summary>What to give as the address of an Alertmanager.</summary>
    public string Alertmanager => $"{_app.Urls.First()}/s3cret/";

    public async Task StartAsync() => await _app.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Gate?.TrySetResult();
        await _app.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        Received.Add((request.Headers["Idempotency-Key"].ToString(), request.Headers.Authorization.ToString(), await reader.ReadToEndAsync()));
        if (Gate is not null)
            await Gate.Task;
        Lengths.Add(request.ContentLength);
        return Results.StatusCode(Refuses is { } part && Received[^1].Key.Contains(part, StringComparison.Ordinal) ? 400 : Answer);
    }
}
