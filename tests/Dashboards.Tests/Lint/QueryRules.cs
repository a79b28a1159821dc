using System.Text.RegularExpressions;

namespace MonitoringDemo.Dashboards.Tests.Lint;

/// <summary>What every query of a dashboard keeps.</summary>
internal static partial class QueryRules
{
    private static readonly string[] _deltas = ["rate", "increase"];
    private static readonly string[] _aggregations = ["sum", "max", "min", "avg", "count", "topk"];
    private static readonly string[] _fixed = ["1m", "1h"];

    public static IReadOnlyDictionary<string, Func<DashboardFile, IEnumerable<string>>> All { get; } = new Dictionary<string, Func<DashboardFile, IEnumerable<string>>>
    {
        ["counters are looked at as rates"] = Counters,
        ["windows follow the time range"] = Windows,
        ["replicas are not counted twice"] = Aggregated,
        ["the model that was chosen is asked for"] = OfTheModel,
        ["links lead to dashboards that are there"] = Links,
        ["metrics and labels are those of the contract"] = Promised,
    };

    /// <summary>Whether a name is that of a counter or of a histogram's part.</summary>
    public static bool IsCounter(string metric) => CounterName().IsMatch(metric);

    private static IEnumerable<string> Counters(DashboardFile file) =>
        from query in file.Queries
        from selector in PromQl.Selectors(query.Expr)
        let isDelta = selector.Inside.Count > 0 && _deltas.Contains(selector.Inside[^1])
        where IsCounter(selector.Metric) != isDelta
        select $"{query.Panel}: {selector.Metric}";

    private static IEnumerable<string> Windows(DashboardFile file) =>
        from query in file.Queries
        from selector in PromQl.Selectors(query.Expr)
        where selector.Range is { } range && IsCounter(selector.Metric) && range != "$__rate_interval" && !(query.Instant && (range == "$__range" || _fixed.Contains(range)))
        select $"{query.Panel}: {selector.Metric}[{selector.Range}]";

    private static IEnumerable<string> Aggregated(DashboardFile file) =>
        from query in file.Queries.Select(query => (query.Panel, query.Expr)).Concat(file.Moments.Select(expr => (Panel: "a moment", Expr: expr)))
        from selector in PromQl.Selectors(query.Expr)
        where !selector.Inside.Any(_aggregations.Contains)
        select $"{query.Panel}: {selector.Metric} is shown once for each process";

    private static IEnumerable<string> OfTheModel(DashboardFile file) =>
        from query in file.Queries
        where query.Panel != "All models"
        from Match metric in OwnMetric().Matches(query.Expr)
        where Contract.Labels.GetValueOrDefault(Contract.FamilyOf(metric.Groups["name"].Value), []).Contains("model") && !metric.Groups["labels"].Value.Contains("model=\"$model\"", StringComparison.Ordinal)
        select $"{query.Panel}: {metric.Groups["name"].Value}";

    private static IEnumerable<string> Links(DashboardFile file)
    {
        var shipped = Boards.AllBoards.Boards.Select(board => Write.Board.UidOf(board.Id)).ToHashSet();
        return Link().Matches(file.Json.ToJsonString()).Select(match => match.Groups[1].Value).Where(uid => !shipped.Contains(uid));
    }

    private static IEnumerable<string> Promised(DashboardFile file) =>
        file.Queries.Select(query => (query.Panel, query.Expr)).Concat(file.Moments.Select(expr => (Panel: "a moment", Expr: expr)))
            .SelectMany(query => Contract.Breaches(query.Expr).Select(breach => $"{query.Panel}: {breach}"));

    [GeneratedRegex("_(total|bucket|count|sum)$")]
    private static partial Regex CounterName();

    [GeneratedRegex(@"\b(?<name>mlops_[a-z_]+)(?<labels>\{[^}]*\})?")]
    private static partial Regex OwnMetric();

    [GeneratedRegex("/d/([a-z-]+)")]
    private static partial Regex Link();
}
