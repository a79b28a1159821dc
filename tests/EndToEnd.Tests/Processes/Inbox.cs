using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MonitoringDemo.EndToEnd.Tests.Processes;

/// <summary>Where Alertmanager's webhooks end: a real server on a free port.</summary>
internal sealed class Inbox : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<InboxAlert> _alerts = new();

    private Inbox()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Urls.Add("http://127.0.0.1:0");
        _app.MapPost("/{receiver}", async (string receiver, HttpRequest request) =>
        {
            using var message = await JsonDocument.ParseAsync(request.Body);
            foreach (var alert in message.RootElement.GetProperty("alerts").EnumerateArray())
            {
                var labels = alert.GetProperty("labels").EnumerateObject().ToDictionary(label => label.Name, label => label.Value.GetString()!);
                _alerts.Enqueue(new InboxAlert(receiver, labels["alertname"], alert.GetProperty("status").GetString()!, labels, alert.GetProperty("annotations").GetProperty("summary").GetString()!, Stopwatch.GetTimestamp()));
            }

            return Results.Ok();
        });
    }

    public string Address => _app.Urls.First();

    public IReadOnlyCollection<InboxAlert> Alerts => _alerts;

    public static async Task<Inbox> StartAsync(CancellationToken cancellationToken)
    {
        var inbox = new Inbox();
        await inbox._app.StartAsync(cancellationToken);
        return inbox;
    }

    /// <summary>The first alert of a name and status that a receiver was told of, since a moment.</summary>
    public Task<InboxAlert> ToldAsync(string receiver, string name, string status, CancellationToken cancellationToken, long since = 0) => Eventually.Get(
        _ => Task.FromResult(_alerts.FirstOrDefault(alert => alert.Receiver == receiver && alert.Name == name && alert.Status == status && alert.At >= since)),
        TimeSpan.FromSeconds(120),
        $"{receiver} is told that {name} is {status}",
        cancellationToken);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
