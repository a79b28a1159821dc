using System.Globalization;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.Alerting.Channels;

/// <summary>Posts each notification as JSON to <c>Alerting:Webhook:Url</c>. The header <c>Idempotency-Key</c> lets the receiver drop a repeat.</summary>
internal sealed class WebhookChannel : IAlertChannel, IDisposable
{
    private readonly WebhookOptions _options;
    private readonly HttpClient _client;

    public WebhookChannel(IOptions<AlertingOptions> options)
    {
        _options = options.Value.Webhook;
        _client = new HttpClient(new SocketsHttpHandler
        {
            // A redirect could carry the alert, and the token, to somebody else.
            AllowAutoRedirect = false,
            // No span: it would hold the address, and many addresses are secrets.
            ActivityHeadersPropagator = null,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = _options.Timeout,
        };
    }

    public string Name => "webhook";

    public bool IsEnabled => _options.Url is not null;

    public async Task DeliverAsync(AlertNotification notification, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _options.Url) { Content = JsonContent.Create(notification) };
        request.Headers.Add("Idempotency-Key", Ascii(notification.Key));
        if (!string.IsNullOrWhiteSpace(_options.Token))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _options.Token.Trim());

        HttpResponseMessage response;
        try
        {
            response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            // The original names the host, and its chain may name the whole address: only the kind of error goes on.
            throw new IOException($"The webhook cannot be reached ({e.HttpRequestError}). Check Alerting:Webhook:Url.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The webhook did not answer in time. Check the receiver, or raise Alerting:Webhook:Timeout.");
        }

        using (response)
            if (!response.IsSuccessStatusCode)
                throw new IOException(string.Create(CultureInfo.InvariantCulture, $"The webhook answered {(int)response.StatusCode}."));
    }

    private static string Ascii(string key) => Uri.EscapeDataString(key)
        .Replace("%2F", "/", StringComparison.Ordinal)
        .Replace("%3A", ":", StringComparison.Ordinal);

    public void Dispose() => _client.Dispose();
}
