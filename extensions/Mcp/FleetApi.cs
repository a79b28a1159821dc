using System.Net.Http.Json;
using System.Text.Json;
using ModelContextProtocol;

namespace MonitoringDemo.Mcp;

/// <summary>A running fleet, asked over its own HTTP API: an agent sees and may what that address shows and allows, and nothing else.</summary>
internal sealed class FleetApi(HttpClient http)
{
    /// <exception cref="McpException">The fleet refused, with its reason, or does not answer.</exception>
    public async Task<JsonElement> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }

    /// <exception cref="McpException">The fleet refused, with its reason, or does not answer.</exception>
    public async Task<string> ReadAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Get, path), cancellationToken);
        return await answer.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <exception cref="McpException">The fleet refused, with its reason, or does not answer.</exception>
    public async Task PostAsync(string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        using var answer = await SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await http.SendAsync(request, cancellationToken);
        }
        catch (Exception e) when (e is HttpRequestException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new McpException($"No fleet answers at {http.BaseAddress!.GetLeftPart(UriPartial.Authority)}. Start it, or name its address with --url.", e);
        }

        if (answer.IsSuccessStatusCode) return answer;
        using (answer)
            throw new McpException($"The fleet answered {(int)answer.StatusCode}: {Reason(await answer.Content.ReadAsStringAsync(cancellationToken))}");
    }

    /// <summary>The fleet's own words: the errors of the fields where there are some, else the detail.</summary>
    private static string Reason(string said)
    {
        try
        {
            using var problem = JsonDocument.Parse(said);
            if (problem.RootElement.TryGetProperty("errors", out var errors))
                return string.Join(' ', errors.EnumerateObject().SelectMany(field => field.Value.EnumerateArray()).Select(error => error.GetString()));
            return problem.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() ?? said : said;
        }
        catch (JsonException)
        {
            return said;
        }
    }
}
