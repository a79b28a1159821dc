using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace MonitoringDemo.Traffic.Playing;

/// <summary>Speaks to the inference service.</summary>
/// <param name="http">Its base address is the inference service.</param>
/// <param name="line">When there is one, predictions and outcomes go over it.</param>
/// <param name="history">The service that takes history, where it is another one.</param>
public sealed class TrafficClient(HttpClient http, HttpLine? line = null, Uri? history = null)
{
    private const int LongestRefusal = 2_000;

    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly Uri Model = new("v1/model", UriKind.Relative);
    private static readonly Uri History = new("v1/history", UriKind.Relative);
    private static readonly Uri Predictions = new("v1/predictions", UriKind.Relative);
    private static readonly Uri Outcomes = new("v1/outcomes", UriKind.Relative);

    /// <summary>Whether the inference service serves a model.</summary>
    public async Task<bool> ServesModelAsync(CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(Model, cancellation);
        return answer.IsSuccessStatusCode;
    }

    /// <exception cref="HttpRequestException">Refused or unreachable; the message says why.</exception>
    internal async Task PostHistoryAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        using var answer = await PostAsync(history is null ? History : new Uri(history, History), body, cancellation);
    }

    /// <exception cref="HttpRequestException">Refused or unreachable; the message says why.</exception>
    internal async Task PredictAsync(ReadOnlyMemory<byte> body, int rows, PredictionAnswer into, CancellationToken cancellation)
    {
        if (line is not null)
        {
            into.Read((await PostAsync(line, Predictions, body, cancellation)).Body, rows);
            return;
        }

        using var answer = await PostAsync(Predictions, body, cancellation);
        await using var stream = await answer.Content.ReadAsStreamAsync(cancellation);
        await into.ReadAsync(stream, rows, cancellation);
    }

    /// <exception cref="HttpRequestException">Refused or unreachable; the message says why.</exception>
    internal async Task PostOutcomesAsync(ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        if (line is not null)
        {
            await PostAsync(line, Outcomes, body, cancellation);
            return;
        }

        using var answer = await PostAsync(Outcomes, body, cancellation);
    }

    private async Task<HttpResponseMessage> PostAsync(Uri path, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = Json;
        var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        if (answer.IsSuccessStatusCode)
            return answer;

        using (answer)
        {
            throw Refused(path, answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellation));
        }
    }

    private static async ValueTask<HttpReply> PostAsync(HttpLine line, Uri path, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var reply = await line.PostAsync(path.OriginalString, body, cancellation);
        return reply.IsSuccess ? reply : throw Refused(path, (HttpStatusCode)reply.Status, Encoding.UTF8.GetString(reply.Body));
    }

    private static RefusedException Refused(Uri path, HttpStatusCode status, string why) =>
        new($"POST {path} was answered with {(int)status}: {why[..Math.Min(why.Length, LongestRefusal)]}", status, NextRowIn(why));

    private static long? NextRowIn(string why)
    {
        try
        {
            using var problem = JsonDocument.Parse(why);
            return problem.RootElement is { ValueKind: JsonValueKind.Object } answer && answer.TryGetProperty("nextRow", out var row) && row.ValueKind == JsonValueKind.Number && row.TryGetInt64(out var next) ? next : null;
        }
        catch (JsonException)
        {
            // Whoever answered in its place, a balancer for instance, knows no row.
            return null;
        }
    }
}
