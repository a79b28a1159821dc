using OpenTelemetry;
using OpenTelemetry.Metrics;

namespace MonitoringDemo.ServiceDefaults.Telemetry.OpenMetrics;

/// <summary>Collects when asked, and keeps the page of the last collection for the one who asked.</summary>
[ExportModes(ExportModes.Pull)]
internal sealed class OpenMetricsExporter(Lazy<IReadOnlyList<ExpectedHistogram>> expected) : BaseExporter<Metric>, IPullMetricExporter
{
    private readonly Lock _gate = new();
    private ExpositionFormat _format;
    private string _page = "";

    public Func<int, bool>? Collect { get; set; }

    /// <summary>One at a time: two scrapes in the same moment each get a page of their own.</summary>
    public string Scrape(ExpositionFormat format)
    {
        lock (_gate)
        {
            (_format, _page) = (format, "");
            if (Collect?.Invoke(Timeout.Infinite) != true) throw new InvalidOperationException("The metrics could not be collected.");
            return _page;
        }
    }

    public override ExportResult Export(in Batch<Metric> batch)
    {
        _page = new OpenMetricsWriter(_format, expected.Value).Write(batch);
        return ExportResult.Success;
    }
}
