using System.Text.RegularExpressions;
using MonitoringDemo.Dashboards.Tests.Lint;
using MonitoringDemo.EndToEnd.Tests.Processes;

namespace MonitoringDemo.EndToEnd.Tests;

/// <summary>Everything that the dashboards ask, asked of a real Prometheus.</summary>
internal static partial class DashboardQueries
{
    /// <summary>Moments that a run without them does not have.</summary>
    private static readonly Dictionary<string, string> _mayBeSilent = new()
    {
        ["mlops_model_rolled_back_timestamp_seconds"] = "no release has to be taken back in this run",
    };

    public static IReadOnlyList<DashboardFile> Files { get; } = DashboardFile.In(Path.Combine(Checkout.Root, "dashboards"));

    /// <summary>What only the demo tells, which is every service in one process: it alone sees the whole fleet.</summary>
    public const string Scorecard = "mlops_scorecard_points";

    /// <summary>What is wrong with the answers of every panel, moment and variable, save those that ask for what this fleet does not tell.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(PrometheusServer prometheus, CancellationToken cancellationToken, params string[] untold)
    {
        var faults = new List<string>();
        foreach (var query in Files.SelectMany(file => file.Queries.Where(query => !untold.Any(query.Expr.Contains)).Select(query => query with { Panel = $"{file.Name}: {query.Panel}" })))
            faults.AddRange(await FaultsAsync(prometheus, query, cancellationToken));
        foreach (var moment in Files[0].Moments.Where(moment => !_mayBeSilent.Keys.Any(moment.Contains)))
            faults.AddRange(await FaultsAsync(prometheus, new PanelQuery("a moment", moment, "", Instant: false), cancellationToken));
        foreach (var variable in Files.SelectMany(file => file.Variables).Select(variable => DashboardFile.Text(variable, "definition")).Where(text => text.Length > 0).Distinct())
            faults.AddRange(await FaultsAsync(prometheus, new PanelQuery(variable, Choices().Replace(variable, "group by ($2) ($1)"), "", Instant: true), cancellationToken));
        return faults;
    }

    /// <summary>Fills Grafana's variables in, as Grafana would.</summary>
    public static string Concrete(string expression) => expression
        .Replace("$__rate_interval", "10s", StringComparison.Ordinal).Replace("$__range", "10m", StringComparison.Ordinal)
        .Replace("$model", "hits", StringComparison.Ordinal).Replace("$feature", "energy", StringComparison.Ordinal).Replace("$version", ".*", StringComparison.Ordinal);

    /// <summary>Drift is only measured once a window is full, and a rate wants two scrapes: so each query is asked until it answers.</summary>
    private static async Task<IEnumerable<string>> FaultsAsync(PrometheusServer prometheus, PanelQuery query, CancellationToken cancellationToken)
    {
        try
        {
            var series = await Eventually.Get(
                async token => await prometheus.SeriesAsync(Concrete(query.Expr), token) is { Count: > 0 } some ? some : null,
                TimeSpan.FromSeconds(60),
                query.Expr,
                cancellationToken);
            var lost = Label().Matches(query.Legend).Select(match => match.Groups[1].Value).Where(label => series.Any(each => !each.Labels.ContainsKey(label))).Select(label => $"{query.Panel}: no label {label}");
            // A table has a column for each label; elsewhere two series of one name cannot be told apart.
            var twice = series.Where(_ => query.Format != "table" && query.Legend.Length > 0).GroupBy(each => Label().Replace(query.Legend, label => each.Labels.GetValueOrDefault(label.Groups[1].Value, "")))
                .Where(group => group.Count() > 1).Select(group => $"{query.Panel}: {group.Key} twice");
            var processes = series.Where(each => each.Labels.ContainsKey("instance") && !query.Panel.StartsWith("platform", StringComparison.Ordinal)).Select(_ => $"{query.Panel}: once for each process");
            return lost.Concat(twice).Concat(processes).Distinct();
        }
        catch (TimeoutException)
        {
            return [$"{query.Panel}: no answer to {Concrete(query.Expr)}"];
        }
    }

    [GeneratedRegex(@"^label_values\((.+), (\w+)\)$")]
    private static partial Regex Choices();

    [GeneratedRegex(@"\{\{(\w+)\}\}")]
    private static partial Regex Label();
}
