using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace MonitoringDemo.Alerting.Channels;

/// <summary>Posts to one address, which may be a secret: neither what it throws nor a span names it.</summary>
/// <param name="who">Who listens there, in messages.</param>
/// <param name="setting">The section of the address and of the time that an attempt may take, in messages.</param>
/// <param name="token">Sent as a bearer token when set.</param>
/// <param name="timeout">How long an attempt may take.</param>
internal sealed class HttpPost(string who, string setting, string? token, TimeSpan timeout) : IDisposable
{
    // What is wrong with the notification or the address, and not with the receiver's day: 401 and 403 are mended by a token, 408 and 429 by waiting.
    private static readonly HashSet<HttpStatusCode> _final =
    [
        HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed, HttpStatusCode.Gone, HttpStatusCode.RequestEntityTooLarge,
        HttpStatusCode.UnsupportedMediaType, HttpStatusCode.UnprocessableEntity,
    ];

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        // A redirect could carry the alert, and the token, to somebody else.
        AllowAutoRedirect = false,
        // No span: it would hold the address, and many addresses are secrets.
        ActivityHeadersPropagator = null,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = timeout,
    };

    /// <exception cref="IOException">It cannot be reached, or does not take it now.</exception>
    /// <exception cref="NotificationRefusedException">It will not take it, however often it is sent.</exception>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    public async Task SendAsync(Uri url, HttpContent content, string? key, CancellationToken cancellationToken)
    {
        // Whole in memory, so that the request says how long it is: not every receiver takes chunks.
        await content.LoadIntoBufferAsync(cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", Ascii(key));
        if (!string.IsNullOrWhiteSpace(token))
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.Trim());

        HttpResponseMessage response;
        try
        {
            response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (HttpRequestException e)
        {
            // The original names the host, and its chain may name the whole address: only the kind of error goes on.
            throw new IOException($"{who} cannot be reached ({e.HttpRequestError}). Check {setting}:Url.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"{who} did not answer in time. Check the receiver, or raise {setting}:Timeout.");
        }

        using (response)
            if (_final.Contains(response.StatusCode))
                throw new NotificationRefusedException(string.Create(CultureInfo.InvariantCulture, $"{who} answered {(int)response.StatusCode}, which another attempt will not change."));
            else if (!response.IsSuccessStatusCode)
                throw new IOException(string.Create(CultureInfo.InvariantCulture, $"{who} answered {(int)response.StatusCode}."));
    }

    public void Dispose() => _client.Dispose();

    private static string Ascii(string key) => Uri.EscapeDataString(key)
        .Replace("%2F", "/", StringComparison.Ordinal)
        .Replace("%3A", ":", StringComparison.Ordinal);
}
