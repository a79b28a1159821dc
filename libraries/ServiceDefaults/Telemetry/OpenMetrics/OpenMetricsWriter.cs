using System.Globalization;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace MonitoringDemo.ServiceDefaults.Telemetry.OpenMetrics;

/// <summary>Writes a batch of metrics as one page: families in order of name, each once, no series twice.</summary>
internal sealed class OpenMetricsWriter(ExpositionFormat format, IReadOnlyList<ExpectedHistogram> expected)
{
    private readonly StringBuilder _page = new();
    private readonly StringBuilder _labels = new();
    private readonly HashSet<string> _series = new(StringComparer.Ordinal);

    public string Write(in Batch<Metric> batch)
    {
        var families = new SortedDictionary<string, (MetricFamily Family, string Help, List<Metric> Metrics)>(StringComparer.Ordinal);
        foreach (var metric in batch)
        {
            if (MetricFamily.Of(metric.Name, metric.Unit, metric.MeterName, metric.MetricType) is not { } family) continue;
            if (!families.TryGetValue(family.Name, out var known)) families[family.Name] = known = (family, metric.Description, []);
            // Two meters may share a name. A family has one type, so one of another type is left out.
            if (known.Family.Kind == family.Kind) known.Metrics.Add(metric);
        }

        foreach (var histogram in expected)
        {
            if (MetricFamily.Of(histogram.Name, "", "", MetricType.Histogram) is { } family) families.TryAdd(family.Name, (family, histogram.Help, []));
        }

        foreach (var (family, help, metrics) in families.Values) WriteFamily(family, help, metrics);
        if (format == ExpositionFormat.OpenMetrics) _page.Append("# EOF\n");
        return _page.ToString();
    }

    private void WriteFamily(MetricFamily family, string help, List<Metric> metrics)
    {
        var sample = family.Kind == FamilyKind.Counter ? family.Name + "_total" : family.Name;
        var title = format == ExpositionFormat.OpenMetrics ? family.Name : sample;
        _page.Append(CultureInfo.InvariantCulture, $"# TYPE {title} {TypeOf(family.Kind)}\n");
        if (format == ExpositionFormat.OpenMetrics && family.Unit.Length > 0) _page.Append(CultureInfo.InvariantCulture, $"# UNIT {title} {family.Unit}\n");
        if (!string.IsNullOrEmpty(help)) _page.Append(CultureInfo.InvariantCulture, $"# HELP {title} {TextFormat.Help(help, format)}\n");

        _series.Clear();
        foreach (var metric in metrics)
        {
            // Scales may differ within a family: seconds from one meter, milliseconds from another.
            var scale = MetricFamily.Of(metric.Name, metric.Unit, metric.MeterName, metric.MetricType)!.Value.Scale;
            foreach (ref readonly var point in metric.GetMetricPoints())
            {
                var labels = LabelsOf(point);
                if (!_series.Add(labels)) continue;
                if (family.Kind == FamilyKind.Histogram) WriteHistogram(family.Name, scale, point, labels);
                else WriteValue(sample, family.Kind, scale, metric.MetricType, point, labels);
            }
        }

        foreach (var histogram in expected.Where(histogram => histogram.Name == family.Name))
        {
            foreach (var labels in histogram.Series.Select(LabelsOf).Where(_series.Add)) WriteEmpty(histogram, labels);
        }
    }

    private void WriteValue(string sample, FamilyKind kind, double scale, MetricType type, in MetricPoint point, string labels)
    {
        _page.Append(sample);
        if (labels.Length > 0) _page.Append('{').Append(labels).Append('}');
        _page.Append(' ').Append(ValueOf(type, point, scale));
        if (kind == FamilyKind.Counter && format == ExpositionFormat.OpenMetrics && point.TryGetExemplars(out var exemplars))
        {
            foreach (ref readonly var exemplar in exemplars)
            {
                WriteExemplar(exemplar, type == MetricType.LongSum ? exemplar.LongValue : exemplar.DoubleValue * scale);
                break;
            }
        }

        _page.Append('\n');
    }

    private void WriteHistogram(string name, double scale, in MetricPoint point, string labels)
    {
        var separator = labels.Length > 0 ? "," : "";
        var below = double.NegativeInfinity;
        long count = 0;
        foreach (var bucket in point.GetHistogramBuckets())
        {
            count += bucket.BucketCount;
            var edge = TextFormat.Edge(Scaled(bucket.ExplicitBound, scale), format);
            _page.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{labels}{separator}le=\"{edge}\"}} {count}");
            if (format == ExpositionFormat.OpenMetrics && bucket.BucketCount > 0) WriteExemplarBetween(point, below, bucket.ExplicitBound, scale);
            _page.Append('\n');
            below = bucket.ExplicitBound;
        }

        var braces = labels.Length > 0 ? $"{{{labels}}}" : "";
        _page.Append(CultureInfo.InvariantCulture, $"{name}_sum{braces} {TextFormat.Number(Scaled(point.GetHistogramSum(), scale))}\n");
        // The buckets are counted here, so that a scrape between two of them never shows an infinite bucket that differs from the count.
        _page.Append(CultureInfo.InvariantCulture, $"{name}_count{braces} {count}\n");
    }

    private void WriteEmpty(ExpectedHistogram histogram, string labels)
    {
        var separator = labels.Length > 0 ? "," : "";
        foreach (var edge in histogram.Edges.Append(double.PositiveInfinity))
            _page.Append(CultureInfo.InvariantCulture, $"{histogram.Name}_bucket{{{labels}{separator}le=\"{TextFormat.Edge(edge, format)}\"}} 0\n");

        var braces = labels.Length > 0 ? $"{{{labels}}}" : "";
        _page.Append(CultureInfo.InvariantCulture, $"{histogram.Name}_sum{braces} 0\n{histogram.Name}_count{braces} 0\n");
    }

    private void WriteExemplarBetween(in MetricPoint point, double above, double upTo, double scale)
    {
        if (!point.TryGetExemplars(out var exemplars)) return;
        foreach (ref readonly var exemplar in exemplars)
        {
            if (exemplar.DoubleValue <= above || exemplar.DoubleValue > upTo) continue;
            WriteExemplar(exemplar, Scaled(exemplar.DoubleValue, scale));
            return;
        }
    }

    private void WriteExemplar(in Exemplar exemplar, double value)
    {
        if (exemplar.TraceId == default) return;
        var seconds = exemplar.Timestamp.ToUnixTimeMilliseconds() / 1000.0;
        _page.Append(CultureInfo.InvariantCulture, $" # {{trace_id=\"{exemplar.TraceId}\",span_id=\"{exemplar.SpanId}\"}} {TextFormat.Number(value)} {TextFormat.Number(seconds)}");
    }

    private string LabelsOf(in MetricPoint point)
    {
        _labels.Clear();
        foreach (var tag in point.Tags) TextFormat.AppendLabel(_labels, tag.Key, tag.Value);
        return _labels.ToString();
    }

    private string LabelsOf(IReadOnlyList<KeyValuePair<string, string>> tags)
    {
        _labels.Clear();
        foreach (var (name, value) in tags) TextFormat.AppendLabel(_labels, name, value);
        return _labels.ToString();
    }

    private static string ValueOf(MetricType type, in MetricPoint point, double scale) => type switch
    {
        MetricType.LongSum or MetricType.LongSumNonMonotonic when scale == 1 => point.GetSumLong().ToString(CultureInfo.InvariantCulture),
        MetricType.LongSum or MetricType.LongSumNonMonotonic => TextFormat.Number(Scaled(point.GetSumLong(), scale)),
        MetricType.DoubleSum or MetricType.DoubleSumNonMonotonic => TextFormat.Number(Scaled(point.GetSumDouble(), scale)),
        MetricType.LongGauge when scale == 1 => point.GetGaugeLastValueLong().ToString(CultureInfo.InvariantCulture),
        MetricType.LongGauge => TextFormat.Number(Scaled(point.GetGaugeLastValueLong(), scale)),
        _ => TextFormat.Number(Scaled(point.GetGaugeLastValueDouble(), scale)),
    };

    /// <summary>Divides where it can: 5 ms is 0.005, not 0.005000000000000001.</summary>
    private static double Scaled(double value, double scale) => scale == 1 ? value : value / (1 / scale);

    private static string TypeOf(FamilyKind kind) => kind switch
    {
        FamilyKind.Counter => "counter",
        FamilyKind.Gauge => "gauge",
        _ => "histogram",
    };
}
