namespace MonitoringDemo.Dashboards.Tests.Write;

/// <summary>What a panel asks of Prometheus.</summary>
/// <param name="Expr">PromQL with the variables of the dashboard.</param>
/// <param name="Legend">How a series is called; labels stand in double braces.</param>
internal sealed record Query(string Expr, string Legend)
{
    /// <summary>Asked for the end of the range alone: for figures, bars and tables.</summary>
    public bool Instant { get; init; }

    /// <summary>Whether points that lead to a trace are drawn as well.</summary>
    public bool Exemplar { get; init; }

    /// <summary><c>time_series</c>, <c>table</c> or <c>heatmap</c>.</summary>
    public string Format { get; init; } = "time_series";

    public static implicit operator Query((string Expr, string Legend) query) => new(query.Expr, query.Legend);
}
