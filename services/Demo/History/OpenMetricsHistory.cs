using System.Globalization;
using MonitoringDemo.ServiceDefaults.Http;

namespace MonitoringDemo.Demo.History;

/// <summary>Metrics pages of many moments, written as one OpenMetrics file: family by family, metric by metric, and in each by time.</summary>
internal sealed class OpenMetricsHistory
{
    /// <summary>The labels that Prometheus would have added: those of <c>deploy/prometheus/prometheus.yml</c>.</summary>
    private static readonly string _target = $"instance=\"{new Uri(ServiceAddresses.ControlRoom).Authority}\",job=\"demo\"";

    /// <summary>Of the platform's families those that a dashboard shows; all others would make half of the file.</summary>
    private static readonly string[] _shown =
    [
        "mlops_", "traffic_", "http_server_request_duration_seconds", "http_server_active_requests", "dotnet_process_memory_working_set_bytes", "dotnet_process_cpu_time_seconds",
        "dotnet_gc_pause_time_seconds", "dotnet_thread_pool_queue_length", "messaging_masstransit_consume_total", "messaging_masstransit_consume_duration_seconds", "messaging_masstransit_delivery_duration_seconds",
    ];

    private const string Pace = "traffic_songs_per_second";
    private static readonly string[] _parts = ["_bucket", "_sum", "_count", "_total", "_created", "_info"];

    private readonly SortedDictionary<string, Family> _families = new(StringComparer.Ordinal);
    private readonly List<long> _moments = [];

    /// <summary>Pages taken so far.</summary>
    public int Pages => _moments.Count;

    /// <summary>Samples taken so far.</summary>
    public long Samples { get; private set; }

    /// <summary>Takes a page in the format of OpenMetrics.</summary>
    /// <param name="page">The page.</param>
    /// <param name="at">When it was read; later than every one before.</param>
    /// <param name="pace">Songs a second on the clock of the history: that of the machine would stand beside the songs of another clock.</param>
    public void Take(string page, DateTimeOffset at, double pace)
    {
        var moment = at.ToUnixTimeMilliseconds();
        _moments.Add(moment);
        foreach (var line in page.Split('\n'))
        {
            if (line.StartsWith("# TYPE ", StringComparison.Ordinal) && line.Split(' ') is [_, _, var name, var type, ..]) _families.TryAdd(name, new Family(type));
            if (HistorySample.Read(line) is not { } sample || !Array.Exists(_shown, shown => sample.Name.StartsWith(shown, StringComparison.Ordinal))) continue;
            FamilyOf(sample.Name).Add(sample is { Name: Pace, Value: > 0 } ? sample with { Value = pace } : sample, moment);
            Samples++;
        }
    }

    /// <summary>Writes everything, the fact that the target was up among it.</summary>
    public void Write(TextWriter output)
    {
        foreach (var (name, family) in _families) family.Write(output, name, _target);
        output.Write("# TYPE up gauge\n");
        foreach (var moment in _moments) output.Write($"up{{{_target}}} 1 {Seconds(moment)}\n");
        output.Write("# EOF\n");
    }

    private static string Seconds(long moment) => (moment / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);

    private Family FamilyOf(string name)
    {
        if (_families.TryGetValue(name, out var known)) return known;
        var part = Array.Find(_parts, each => name.EndsWith(each, StringComparison.Ordinal));
        return part is not null && _families.TryGetValue(name[..^part.Length], out known) ? known : _families[name] = new Family("unknown");
    }

    private sealed class Family(string type)
    {
        private readonly SortedDictionary<string, List<(long Moment, int Series, double Value)>> _metrics = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);
        private readonly List<(string Name, string Labels)> _series = [];

        public void Add(HistorySample sample, long moment)
        {
            var key = $"{sample.Name}{{{sample.Labels}";
            if (!_indices.TryGetValue(key, out var series))
            {
                series = _indices[key] = _series.Count;
                _series.Add((sample.Name, sample.Labels));
            }

            if (!_metrics.TryGetValue(sample.Metric, out var points)) points = _metrics[sample.Metric] = [];
            points.Add((moment, series, sample.Value));
        }

        public void Write(TextWriter output, string name, string target)
        {
            if (_metrics.Count == 0) return;
            output.Write($"# TYPE {name} {type}\n");
            foreach (var (moment, series, value) in _metrics.Values.SelectMany(points => points))
            {
                var (full, labels) = _series[series];
                output.Write($"{full}{{{(labels.Length > 0 ? $"{labels}," : "")}{target}}} {Text(value)} {Seconds(moment)}\n");
            }
        }

        private static string Text(double value) => double.IsPositiveInfinity(value) ? "+Inf" : double.IsNegativeInfinity(value) ? "-Inf" : value.ToString("R", CultureInfo.InvariantCulture);
    }
}
