namespace MonitoringDemo.EndToEnd.Tests.Traces;

/// <summary>The trace of one incident, from the request that completed the evidence to the model that was loaded.</summary>
/// <param name="Spans">All of it.</param>
/// <param name="Way">From the first span to that in which it was heard that the model is loaded, each the parent of the next.</param>
internal sealed record IncidentTrace(IReadOnlyList<ReceivedSpan> Spans, IReadOnlyList<ReceivedSpan> Way)
{
    /// <summary>The first that is whole; null while there is none.</summary>
    public static IncidentTrace? In(IReadOnlyList<ReceivedSpan> received) => received
        .Where(span => span.Name == "process close-incident-on-load")
        .Select(end => Of(end, [.. received.Where(span => span.Trace == end.Trace)]))
        .FirstOrDefault(trace => trace.Way[0].Parent.Length == 0 && trace.Way.Any(span => span.Name == "report-findings"));

    private static IncidentTrace Of(ReceivedSpan end, IReadOnlyList<ReceivedSpan> trace)
    {
        List<ReceivedSpan> way = [end];
        while (trace.FirstOrDefault(span => span.Id == way[0].Parent) is { } parent) way.Insert(0, parent);
        return new IncidentTrace(trace, way);
    }
}
