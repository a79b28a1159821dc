using System.Globalization;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests;

/// <summary>A history that the demo wrote, backfilled by the real promtool, asked of a real Prometheus that has never scraped anything.</summary>
public sealed class HistoryTests
{
    /// <summary>What two scenarios of a short history do not have.</summary>
    private static readonly Dictionary<string, string> _mayBeSilent = new()
    {
        ["ALERTS"] = "rules are evaluated by a Prometheus that runs, and this one did not run then",
        ["mlops:"] = "recorded by rules, too",
        ["slo:"] = "recorded by rules, too",
        ["model:"] = "recorded by rules, too",
        ["mlops_model_rolled_back_timestamp_seconds"] = "no release has to be taken back",
        ["mlops_broker_"] = "there is no broker",
        ["mlops_inference_log_forward"] = "the log does not travel",
        ["mlops_inference_log_replica"] = "the log does not travel",
        ["mlops_inference_log_missing"] = "the log does not travel",
        ["mlops_inference_log_parked"] = "the log does not travel",
    };

    [Fact]
    public async Task A_class_opens_on_full_graphs()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var promtool = Binary.Need("promtool");
        Binary.Need("prometheus");
        using var directory = new TemporaryDirectory();
        var (file, blocks) = (directory.PathOf("history.om"), directory.PathOf("blocks"));
        var until = DateTimeOffset.UtcNow;
        var end = (until.ToUnixTimeSeconds() + 1).ToString(CultureInfo.InvariantCulture);

        // A process of its own: MassTransit's instruments die with the first host of a process.
        await using var demo = RunningProcess.StartService("Demo", ["history", "steady", "taste-flip", "unit-change", "--songs", "3000", "--hours", "4", "--every", "120", "--pace", "1000", "--until", until.ToString("O", CultureInfo.InvariantCulture), "--out", file]);
        var code = await demo.WaitForExitAsync(cancellation);
        await using var backfill = RunningProcess.Start(promtool, ["tsdb", "create-blocks-from", "openmetrics", file, blocks]);
        var backfilled = await backfill.WaitForExitAsync(cancellation);
        await using var prometheus = await PrometheusServer.StartAsync([], cancellation, blocks: blocks);

        code.ShouldBe(0, demo.Output);
        backfilled.ShouldBe(0, backfill.Output);
        var silent = new List<string>();
        foreach (var query in DashboardQueries.Files.SelectMany(board => board.Queries.Select(query => query with { Panel = $"{board.Name}: {query.Panel}" })))
        {
            if (_mayBeSilent.Keys.Any(query.Expr.Contains)) continue;
            if (!await AnswersAsync(prometheus, Concrete(query.Expr), until, cancellation)) silent.Add($"{query.Panel}: {query.Expr}");
        }

        silent.ShouldBeEmpty();
        (await prometheus.SeriesAsync("sum(increase(mlops_findings_total[4h]))", cancellation, end))[0].Value.ShouldBeGreaterThan(0.5);
        (await prometheus.SeriesAsync("""max by (scenario) (max_over_time(traffic_scenario_started_timestamp_seconds[4h]))""", cancellation, end)).Select(series => series.Labels["scenario"]).ShouldBe(["taste-flip", "unit-change"], ignoreOrder: true);
    }

    // What is measured by windows is silent for a while after each promotion: so any moment of the last hours will do, and none of them lasts long.
    private static async Task<bool> AnswersAsync(PrometheusServer prometheus, string query, DateTimeOffset until, CancellationToken cancellation)
    {
        for (var back = TimeSpan.Zero; back < TimeSpan.FromHours(4); back += TimeSpan.FromMinutes(2))
        {
            var at = (until - back).ToUnixTimeSeconds() + 1;
            if ((await prometheus.SeriesAsync(query, cancellation, at.ToString(CultureInfo.InvariantCulture))).Count > 0) return true;
        }

        return false;
    }

    private static string Concrete(string expression) => DashboardQueries.Concrete(expression.Replace("$__rate_interval", "15m", StringComparison.Ordinal).Replace("[1m]", "[15m]", StringComparison.Ordinal).Replace("$__range", "4h", StringComparison.Ordinal));
}
