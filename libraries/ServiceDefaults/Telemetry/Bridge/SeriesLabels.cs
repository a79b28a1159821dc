using System.Globalization;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Bridge;

/// <summary>The labels of one series as the page shows them: in order of name, so that the same tags in another order are the same series.</summary>
internal sealed class SeriesLabels
{
    private SeriesLabels(SortedDictionary<string, string> labels)
    {
        (Names, Values) = ([.. labels.Keys], [.. labels.Values]);
        Key = string.Concat(labels.Select(label => $"{label.Key}={label.Value.Length}:{label.Value}"));
    }

    /// <summary>Of what is measured beyond the bound of a family; OpenTelemetry's SDK names it so, too.</summary>
    public static SeriesLabels Overflow { get; } = Of([new("otel.metric.overflow", true)]);

    public string[] Names { get; }

    public string[] Values { get; }

    /// <summary>Two are the same series if and only if this is equal.</summary>
    public string Key { get; }

    /// <summary>An empty value is left out: to Prometheus it is the label that is not there. Of two tags that make one name the first counts.</summary>
    /// <param name="tags">As measured.</param>
    /// <param name="fold">A tag that is left out, so that series which differ in it alone are one; null for none.</param>
    public static SeriesLabels Of(ReadOnlySpan<KeyValuePair<string, object?>> tags, string? fold = null)
    {
        var labels = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in tags)
        {
            if (name != fold && Text(value) is { Length: > 0 } text) labels.TryAdd(MetricNames.Label(name), text);
        }

        return new SeriesLabels(labels);
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        bool b => b ? "true" : "false",
        IFormattable f => f.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
