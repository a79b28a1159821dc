using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using MonitoringDemo.Dashboards.Tests.Lint;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests;

/// <summary>A real run, scraped by a real Prometheus, asked for everything that the dashboards ask for.</summary>
public sealed partial class DashboardTests
{
    private static PanelQuery Releases => DashboardQueries.Files.Single(file => file.Name == "retraining.json").Queries.Single(query => query.Panel == "How many releases?");

    [Fact]
    public async Task Every_query_of_every_dashboard_answers_and_shows_what_the_run_did()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        // Prometheus first: what is counted before it looks is no increase to it.
        var port = FreePort.Next();
        await using var prometheus = await PrometheusServer.StartAsync([$"127.0.0.1:{port}"], cancellation);
        await using var demo = await LiveDemo.StartAsync(data.Path, cancellation, port: port);
        // A story from a finding to a promotion, so that the panels about stories have something to show.
        await demo.PaceAsync(500, cancellation);
        await demo.StartScenarioAsync("taste-flip", cancellation);

        var faults = await DashboardQueries.FaultsAsync(prometheus, cancellation);

        faults.ShouldBeEmpty();
        await Eventually.Get(async token => await prometheus.CountAsync(DashboardQueries.Concrete(Releases.Expr) + " > 0.5", token) > 0 ? "promoted" : null, TimeSpan.FromSeconds(120), "The story ends with a promotion", cancellation);
        await IsTrueAsync(demo, prometheus, cancellation);
        await KeepsTheContractAsync(prometheus, cancellation);
    }

    /// <summary>When the songs have stopped, what Prometheus shows is what the services say.</summary>
    private static async Task IsTrueAsync(LiveDemo demo, PrometheusServer prometheus, CancellationToken cancellationToken)
    {
        await demo.PauseAsync(cancellationToken);
        var (said, shown) = ("", "");
        try
        {
            await Eventually.Get(
                async token =>
                {
                    (said, shown) = (await SaidAsync(demo.Http, token), await ShownAsync(prometheus, token));
                    return said == shown ? "true" : null;
                },
                TimeSpan.FromSeconds(60),
                "Prometheus shows what the services say",
                cancellationToken);
        }
        catch (TimeoutException)
        {
            // In what they differ says more than that time is up.
            shown.ShouldBe(said);
        }

        var counted = (await prometheus.SeriesAsync(DashboardQueries.Concrete(Releases.Expr), cancellationToken)).ShouldHaveSingleItem().Value;

        // increase() extends what it saw to the borders of the window, by some hundredths.
        var promoted = int.Parse(Promoted().Match(said).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        promoted.ShouldBeGreaterThan(0);
        counted.ShouldBe(promoted, 0.5 + (promoted * 0.05));
    }

    private static async Task<string> SaidAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var models = (await http.GetFromJsonAsync<JsonElement>("/v1/models", cancellationToken)).EnumerateArray().ToList();
        var decisions = (await http.GetFromJsonAsync<JsonElement>("/v1/decisions", cancellationToken)).EnumerateArray().CountBy(decision => decision.GetProperty("action").GetString()!);
        var alerts = (await http.GetFromJsonAsync<JsonElement>("/v1/alerts?state=all", cancellationToken)).GetProperty("alerts").EnumerateArray().ToList();
        var findings = (await http.GetFromJsonAsync<JsonElement>("/v1/drift", cancellationToken)).GetProperty("open").GetArrayLength();
        var champion = models.Single(model => model.GetProperty("role").GetString() == "champion").GetProperty("version").GetInt32();
        var promoted = models.Count(model => model.GetProperty("promotedAtRow").ValueKind == JsonValueKind.Number && model.GetProperty("trigger").GetString() != "seed");
        return Told(promoted, champion, decisions, alerts.Count, alerts.Count(alert => alert.GetProperty("state").GetString() == "open"), findings);
    }

    private static async Task<string> ShownAsync(PrometheusServer prometheus, CancellationToken cancellationToken)
    {
        async Task<double> Value(string query) => (await prometheus.SeriesAsync(query, cancellationToken)).Sum(series => series.Value);
        var decisions = (await prometheus.SeriesAsync("sum by (action) (mlops_decisions_total) > 0", cancellationToken)).Select(series => KeyValuePair.Create(series.Labels["action"], (int)series.Value));
        var champion = (await prometheus.SeriesAsync("""max by (model_version) (mlops_model_info{role="champion"})""", cancellationToken))[0].Labels["model_version"];
        return Told(
            await Value("""sum(mlops_retraining_runs_total{outcome="promoted", trigger!="seed"})"""), int.Parse(champion, System.Globalization.CultureInfo.InvariantCulture), decisions,
            await Value("sum(mlops_alerts_total)"), await Value("sum(mlops_alerts_open)"), await Value("sum(mlops_findings_open)"));
    }

    private static string Told(double promoted, int champion, IEnumerable<KeyValuePair<string, int>> decisions, double alerts, double open, double findings) =>
        $"{promoted} promoted, model {champion} serves, decisions {string.Join(' ', decisions.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key}={each.Value}"))}, {alerts} alerts, {open} open, {findings} findings hold";

    private static async Task KeepsTheContractAsync(PrometheusServer prometheus, CancellationToken cancellationToken)
    {
        static string Family(string name) => name.EndsWith("_total", StringComparison.Ordinal) ? name[..^"_total".Length] : name;
        var exported = (await prometheus.TypesAsync(cancellationToken)).Keys.ToHashSet();
        var rules = await prometheus.RulesAsync(cancellationToken);

        Contract.Labels.Keys.Except(Contract.OnlyElsewhere.Keys).Select(Family).Except(exported).ShouldBeEmpty("promised and not exported");
        exported.Where(Contract.IsOwn).Except(Contract.Labels.Keys.Select(Family)).ShouldBeEmpty("exported and not promised");
        rules.Values.Distinct().ShouldBe(["ok"]);
        (await prometheus.CountAsync("""ALERTS{alertname="Watchdog", alertstate="firing"}""", cancellationToken)).ShouldBe(1);
        (await prometheus.SeriesAsync("""ALERTS{severity="critical", alertstate="firing"}""", cancellationToken)).Select(series => series.Labels["alertname"]).ShouldBeEmpty();
    }

    [GeneratedRegex("^([0-9]+) promoted")]
    private static partial Regex Promoted();
}
