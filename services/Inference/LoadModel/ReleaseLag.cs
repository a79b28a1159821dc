using Microsoft.Extensions.Options;
using MonitoringDemo.Inference.Serving;

namespace MonitoringDemo.Inference.LoadModel;

/// <summary>How long this process has known of a release that it does not serve, where others may serve it. For any thread.</summary>
internal sealed class ReleaseLag(ServingLog log, Replica replica, IOptions<InferenceOptions> options, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long _newest, _goesWithout;
    private DateTimeOffset _since;

    /// <summary>A release is in force.</summary>
    public void Knows(long sequence)
    {
        lock (_gate)
        {
            // What was served until now does not lag behind what comes after this.
            if (sequence <= _newest) return;
            if (_newest <= Served) _since = time.GetUtcNow();
            _newest = sequence;
        }
    }

    /// <summary>Of a release only the canary cannot be loaded here: its champion serves, and nothing lags behind.</summary>
    public void GoesOnWithout(long sequence)
    {
        lock (_gate) _goesWithout = Math.Max(_goesWithout, sequence);
    }

    /// <summary>What is wrong when it has been too long, or when nothing at all is served though there is a release; null when all is well.</summary>
    public string? Problem
    {
        get
        {
            lock (_gate)
            {
                if (!replica.IsOneOfMany || _newest <= Math.Max(Served, _goesWithout)) return null;
                var behind = time.GetUtcNow() - _since;
                return Served > 0 && behind <= options.Value.MayLagFor
                    ? null
                    : FormattableString.Invariant($"release {_newest} has been in force for {behind.TotalSeconds:0} s, and {(Served == 0 ? "nothing" : FormattableString.Invariant($"release {Served}"))} is served");
            }
        }
    }

    private long Served => log.Current?.Release.Sequence ?? 0;
}
