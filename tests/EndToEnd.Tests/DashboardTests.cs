using System.Text.Json;
using System.Text.RegularExpressions;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests;

public sealed partial class DashboardTests
{
    [Fact]
    public async Task Every_query_of_the_dashboard_returns_data_from_a_real_Prometheus()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        await using var demo = await LiveDemo.StartAsync(data.Path, cancellation);
        await using var prometheus = await PrometheusServer.StartAsync(demo.Http.BaseAddress!.Authority, cancellation);
        // A story from a finding to a promotion, so that the panels about stories have something to show.
        await demo.PaceAsync(500, cancellation);
        await demo.StartScenarioAsync("taste-flip", cancellation);
        var queries = Queries(Path.Combine(Checkout.Root, "dashboards", "loop.json")).ToList();

        // Drift is only measured once a window is full, and a rate wants two scrapes: so each query is asked until it answers.
        var silent = new List<string>();
        foreach (var query in queries)
        {
            try
            {
                await Eventually.Get(
                    async token => await prometheus.CountAsync(query, token) > 0 ? "data" : null,
                    TimeSpan.FromSeconds(60),
                    query,
                    cancellation);
            }
            catch (TimeoutException)
            {
                silent.Add(query);
            }
        }

        queries.Count.ShouldBeGreaterThan(5);
        silent.ShouldBeEmpty();
    }

    private static IEnumerable<string> Queries(string dashboard)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(dashboard));
        return [.. Expressions(json.RootElement).Select(Concrete)];
    }

    private static IEnumerable<string> Expressions(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(property =>
            property.NameEquals("expr") && property.Value.ValueKind == JsonValueKind.String
                ? [property.Value.GetString()!]
                : Expressions(property.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Expressions),
        _ => [],
    };

    /// <summary>Fills Grafana's variables in, as Grafana would.</summary>
    private static string Concrete(string expression) =>
        Variable().Replace(expression.Replace("$__rate_interval", "10s", StringComparison.Ordinal).Replace("$__range", "5m", StringComparison.Ordinal), ".*")
            .Replace("=\".*\"", "=~\".*\"", StringComparison.Ordinal);

    [GeneratedRegex(@"\$\{?[a-z_]+\}?")]
    private static partial Regex Variable();
}
