using System.Collections.Concurrent;
using System.Diagnostics;
using Prometheus;

namespace MonitoringDemo.ServiceDefaults.Telemetry.Bridge;

/// <summary>Lets measurements carry an exemplar now and then: of each metric and power of two the first in a tenth of a second. A page shows one for each bucket, so a rare slow request has always its own, and a thousand quick ones cost one.</summary>
internal sealed class ExemplarPace
{
    // From 2^-32, below a nanosecond, to 2^31.
    private const int Powers = 64;
    private static readonly long _between = Stopwatch.Frequency / 10;

    private readonly ConcurrentDictionary<Collector, long[]> _given = new();

    /// <summary>The trace that the measurement belongs to, if it is that one's turn; none where no trace is recorded, for it would lead to a trace that nobody has.</summary>
    public Exemplar Of(Collector metric, double value)
    {
        if (Activity.Current is not { Recorded: true }) return Exemplar.None;

        ref var given = ref _given.GetOrAdd(metric, static _ => new long[Powers])[PowerOf(value)];
        var (before, now) = (Volatile.Read(ref given), Stopwatch.GetTimestamp());
        if (before != 0 && now - before < _between) return Exemplar.None;

        Volatile.Write(ref given, now);
        return Exemplar.FromTraceContext();
    }

    private static int PowerOf(double value) => value > 0 && double.IsFinite(value) ? Math.Clamp(Math.ILogB(value) + (Powers / 2), 0, Powers - 1) : 0;
}
