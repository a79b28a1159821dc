using System.Diagnostics;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Spans;

/// <summary>The spans of the last incidents that this process took part in, in memory: where no collector listens, they can be looked at all the same. Safe from any thread.</summary>
/// <remarks>That a trace belongs to an incident shows late, when one of its spans says so (<see cref="IncidentTag"/>); therefore the newest spans of all traces are held for a while.</remarks>
public sealed class SpanStore
{
    /// <summary>The attribute that names the incident.</summary>
    public const string IncidentTag = "mlops.incident.id";

    /// <summary>Spans held until it is known whether their trace matters.</summary>
    internal const int Newest = 2_048;

    /// <summary>Traces kept; the oldest goes first.</summary>
    internal const int Traces = 40;

    /// <summary>Spans kept of one trace; later ones are counted and not kept.</summary>
    internal const int SpansOfATrace = 500;

    private readonly Lock _gate = new();
    private readonly Activity?[] _newest = new Activity?[Newest];
    private readonly Dictionary<ActivityTraceId, KeptTrace> _kept = [];
    private readonly Queue<ActivityTraceId> _order = new();
    private int _next;

    /// <summary>Incidents of which there are spans, the oldest first.</summary>
    public IReadOnlyList<string> Incidents
    {
        get
        {
            lock (_gate) return [.. _order.Select(id => _kept[id].Incident).Distinct()];
        }
    }

    /// <summary>The traces of an incident, the oldest first.</summary>
    public IReadOnlyList<KeptTrace> Of(string incident)
    {
        lock (_gate) return [.. _order.Select(id => _kept[id]).Where(trace => trace.Incident == incident).Select(trace => trace.Copy())];
    }

    internal void Take(Activity span)
    {
        lock (_gate)
        {
            if (_kept.TryGetValue(span.TraceId, out var kept))
            {
                kept.Add(span);
                return;
            }

            if (span.GetTagItem(IncidentTag) is string incident)
            {
                Keep(span.TraceId, incident).Add(span);
                return;
            }

            _newest[_next] = span;
            _next = (_next + 1) % Newest;
        }
    }

    private KeptTrace Keep(ActivityTraceId id, string incident)
    {
        if (_order.Count == Traces) _kept.Remove(_order.Dequeue());
        var trace = _kept[id] = new KeptTrace(id.ToHexString(), incident);
        _order.Enqueue(id);
        for (var i = 0; i < Newest; i++)
        {
            var at = (_next + i) % Newest;
            if (_newest[at] is not { } span || span.TraceId != id) continue;
            trace.Add(span);
            _newest[at] = null;
        }

        return trace;
    }
}
