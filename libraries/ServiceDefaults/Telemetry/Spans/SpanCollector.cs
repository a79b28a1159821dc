using System.Diagnostics;
using OpenTelemetry;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Spans;

/// <summary>Gives every recorded span that ends to the store.</summary>
internal sealed class SpanCollector(SpanStore store) : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data) => store.Take(data);
}
