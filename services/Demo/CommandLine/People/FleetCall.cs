using System.Globalization;
using System.Net;
using System.Text.Json;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.ServiceDefaults.Security;

namespace MonitoringDemo.Demo.CommandLine.People;

/// <summary>Asks a running fleet for something, and waits for what it decides about that.</summary>
internal static class FleetCall
{
    private static readonly JsonSerializerOptions s_json = JsonSerializerOptions.Web;
    private static readonly TimeSpan s_lookEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public static Task<int> AskAsync(string? url, string path, object body, TextWriter output, CancellationToken cancellation) => WithAsync(url, async http =>
    {
        var before = await DecisionsAsync(http, cancellation);
        using var answer = await http.PostAsJsonAsync(new Uri($"/v1/control/{path}", UriKind.Relative), body, cancellation);
        await RefusedAsync(answer, cancellation);
        var asked = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellation);
        var id = asked.GetProperty("updateId").GetString()!;
        if (before is null)
        {
            await output.WriteLineAsync("Asked; the feed of the page says what comes of it.");
            return 0;
        }

        var me = (await http.GetFromJsonAsync<JsonElement>(new Uri("/v1/control", UriKind.Relative), cancellation)).TryGetProperty("name", out var name) ? name.GetString() : null;
        var version = JsonSerializer.SerializeToElement(body, s_json).TryGetProperty("version", out var meant) && meant.ValueKind == JsonValueKind.Number ? meant.GetInt32() : (int?)null;
        var since = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(since) < s_patience)
        {
            var decided = (await DecisionsAsync(http, cancellation))?.Skip(before.Count)
                .FirstOrDefault(decision => decision.UpdateId == id || (me is not null && decision.By == me && decision.Version == version && version is not null));
            if (decided is not null)
            {
                await output.WriteLineAsync(decided.Reason);
                // Heard, and nothing came of it.
                return decided.Action == DecisionActions.Watch || (decided.Action == DecisionActions.Reject && path != "refuse") ? 1 : 0;
            }

            await Task.Delay(s_lookEvery, TimeProvider.System, cancellation);
        }

        await output.WriteLineAsync("Asked, and not decided yet: a training may be under way, or no songs come. The feed of the page says what comes of it.");
        return 0;
    });

    public static Task<int> ListAsync(string? url, TextWriter output, CancellationToken cancellation) => WithAsync(url, async http =>
    {
        using var answer = await http.GetAsync(new Uri("/v1/approvals", UriKind.Relative), cancellation);
        await RefusedAsync(answer, cancellation);
        var view = (await answer.Content.ReadFromJsonAsync<ApprovalsView>(s_json, cancellation))!;
        await output.WriteLineAsync(view.Freeze is { } freeze
            ? string.Create(CultureInfo.InvariantCulture, $"Releases are frozen by {freeze.By} since row {freeze.SinceRow:N0}{(freeze.Until is { } until ? $" until {until:yyyy-MM-dd HH:mm}Z" : "")}: {freeze.Reason}")
            : "Releases go on.");
        foreach (var waiting in view.Waiting)
        {
            var by = waiting.Approvals.Count == 0 ? "" : $", approved by {string.Join(", ", waiting.Approvals.Select(approval => approval.By))}";
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Version {waiting.Version} waits for {waiting.Missing} of {waiting.Needed} ({waiting.Why}){by}; it lapses at row {waiting.LapsesAtRow:N0}."));
        }

        if (view.Waiting.Count == 0) await output.WriteLineAsync("No version waits.");
        return 0;
    });

    private static async Task<int> WithAsync(string? url, Func<HttpClient, Task<int>> act)
    {
        var fleet = FleetAddress.ToCall(url ?? FleetAddress.Default);
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        using var http = new HttpClient(new AccessTokenHandler(new AccessToken(settings)) { InnerHandler = new SocketsHttpHandler() }) { Timeout = TimeSpan.FromSeconds(10), BaseAddress = fleet };
        try
        {
            return await act(http);
        }
        catch (HttpRequestException e)
        {
            throw new UnusableInputException($"No fleet answers at {fleet}; name its address with --url URL.", e);
        }
    }

    /// <summary>Null where the address is that of a service that does not know them.</summary>
    private static async Task<IReadOnlyList<DecisionMade>?> DecisionsAsync(HttpClient http, CancellationToken cancellation)
    {
        using var answer = await http.GetAsync(new Uri("/v1/decisions", UriKind.Relative), cancellation);
        if (answer.StatusCode == HttpStatusCode.NotFound) return null;
        await RefusedAsync(answer, cancellation);
        return await answer.Content.ReadFromJsonAsync<DecisionMade[]>(s_json, cancellation);
    }

    private static async Task RefusedAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        if (answer.IsSuccessStatusCode) return;
        var said = await answer.Content.ReadAsStringAsync(cancellation);
        throw new UnusableInputException($"The fleet answered {(int)answer.StatusCode}: {Detail(said)}");
    }

    private static string Detail(string said)
    {
        try
        {
            return JsonDocument.Parse(said).RootElement.TryGetProperty("detail", out var detail) ? detail.GetString() ?? said : said;
        }
        catch (JsonException)
        {
            return said;
        }
    }
}
