using System.Diagnostics;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Spans;

/// <summary>The spans of one trace that have ended in this process.</summary>
public sealed class KeptTrace
{
    private readonly List<KeptSpan> _spans = [];

    internal KeptTrace(string id, string incident) => (Id, Incident) = (id, incident);

    /// <summary>The trace id, in hexadecimal.</summary>
    public string Id { get; }

    /// <summary>The incident that it belongs to.</summary>
    public string Incident { get; }

    /// <summary>In the order of their ends.</summary>
    public IReadOnlyList<KeptSpan> Spans => _spans;

    /// <summary>Spans that came when there was no room any more.</summary>
    public int Dropped { get; private set; }

    internal void Add(Activity span)
    {
        if (_spans.Count < SpanStore.SpansOfATrace) _spans.Add(KeptSpan.Of(span));
        else Dropped++;
    }

    internal KeptTrace Copy()
    {
        var copy = new KeptTrace(Id, Incident) { Dropped = Dropped };
        copy._spans.AddRange(_spans);
        return copy;
    }
}
