using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace MonitoringDemo.EndToEnd.Tests.Replicas;

/// <summary>A load balancer in a few lines: requests go round, and one that a service does not answer goes to the next.</summary>
internal sealed class RoundRobin : IAsyncDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(100);
    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(20) };
    private readonly IReadOnlyList<Uri> _services;
    private readonly WebApplication _app;
    private int _next, _retried;

    private RoundRobin(IReadOnlyList<Uri> services)
    {
        _services = services;
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(ForwardAsync);
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>Requests that a service did not answer and another one did.</summary>
    public int Retried => _retried;

    public static async Task<RoundRobin> StartAsync(IReadOnlyList<Uri> services, CancellationToken cancellationToken)
    {
        var balancer = new RoundRobin(services);
        await balancer._app.StartAsync(cancellationToken);
        return balancer;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        for (var tries = 0; ; tries++)
        {
            var service = _services[Interlocked.Increment(ref _next) % _services.Count];
            if (await AskAsync(service, context.Request, body.ToArray(), context.RequestAborted) is { } answer && (answer.StatusCode != HttpStatusCode.ServiceUnavailable || tries >= 20 * _services.Count))
            {
                using (answer)
                {
                    context.Response.StatusCode = (int)answer.StatusCode;
                    context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
                    await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
                    return;
                }
            }

            Interlocked.Increment(ref _retried);
            if (tries % _services.Count == _services.Count - 1) await Task.Delay(_pause, TimeProvider.System, context.RequestAborted);
        }
    }

    /// <returns>Null when nothing whole came.</returns>
    private async Task<HttpResponseMessage?> AskAsync(Uri service, HttpRequest asked, byte[] body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), new Uri(service, asked.Path + asked.QueryString));
        if (body.Length > 0)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", asked.ContentType);
        }

        try
        {
            return await _http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
