using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace MonitoringDemo.Alerting.Channels;

/// <summary>Posts each notification as JSON to <c>Alerting:Webhook:Url</c>. The header <c>Idempotency-Key</c> lets the receiver drop a repeat.</summary>
internal sealed class WebhookChannel : IAlertChannel, IDisposable
{
    // What is wrong with the notification or the address, and not with the receiver's day: 401 and 403 are mended by a token, 408 and 429 by waiting.
    private static readonly HashSet<HttpStatusCode> s_final =
    [
        HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed, HttpStatusCode.Gone, HttpStatusCode.RequestEntityTooLarge,
        HttpStatusCode.UnsupportedMediaType, HttpStatusCode.UnprocessableEntity,
    ];

    private static readonly MediaTypeHeaderValue s_json = new("application/json", "utf-8");

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
        // Whole in memory, so that the request says how long it is: not every receiver takes chunks.
        using var request = new HttpRequestMessage(HttpMethod.Post, _options.Url) { Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(notification, JsonSerializerOptions.Web)) };
        request.Content.Headers.ContentType = s_json;
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
            if (s_final.Contains(response.StatusCode))
                throw new NotificationRefusedException(string.Create(CultureInfo.InvariantCulture, $"The webhook answered {(int)response.StatusCode}, which another attempt will not change."));
            else if (!response.IsSuccessStatusCode)
                throw new IOException(string.Create(CultureInfo.InvariantCulture, $"The webhook answered {(int)response.StatusCode}."));
    }

    private static string Ascii(string key) => Uri.EscapeDataString(key)
        .Replace("%2F", "/", StringComparison.Ordinal)
        .Replace("%3A", ":", StringComparison.Ordinal);

    public void Dispose() => _client.Dispose();
}
