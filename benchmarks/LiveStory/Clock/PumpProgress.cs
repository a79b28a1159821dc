using System.Globalization;

namespace MonitoringDemo.LiveStory.Clock;

/// <summary>Up to which time of the story each pump has done all that there was to do.</summary>
internal sealed class PumpProgress(StoryClock clock)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TimeSpan> _restedAt = new(StringComparer.Ordinal);
    private readonly List<(TimeSpan Since, TaskCompletionSource Reached)> _waiting = [];

    /// <summary>The time up to which all of them are done; the end of time when none has begun.</summary>
    public TimeSpan DoneUpTo
    {
        get
        {
            lock (_gate)
                return Least();
        }
    }

    /// <summary>A call begins.</summary>
    /// <returns>When.</returns>
    public TimeSpan Began(string pump)
    {
        lock (_gate)
        {
            var now = clock.Elapsed;
            if (_restedAt.GetValueOrDefault(pump, TimeSpan.MaxValue) == TimeSpan.MaxValue)
                _restedAt[pump] = now;
            return now;
        }
    }

    /// <summary>A call that began then has left nothing to do.</summary>
    public void Rested(string pump, TimeSpan began) => Note(pump, began);

    /// <summary>A call failed: until the next one nobody waits for this pump.</summary>
    public void Failed(string pump) => Note(pump, TimeSpan.MaxValue);

    /// <summary>Completes when every pump has done all that there was to do at this moment.</summary>
    public Task AllDoneAsync(CancellationToken cancellation)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
            _waiting.Add((clock.Elapsed, reached));
        return reached.Task.WaitAsync(cancellation);
    }

    public override string ToString()
    {
        lock (_gate)
            return string.Join(", ", _restedAt.Select(pump => string.Create(CultureInfo.InvariantCulture, $"{pump.Key} {pump.Value.TotalSeconds:0.0} s")));
    }

    private void Note(string pump, TimeSpan upTo)
    {
        lock (_gate)
        {
            _restedAt[pump] = upTo;
            foreach (var waiting in _waiting.Where(waiting => waiting.Since < Least()).ToList())
            {
                waiting.Reached.TrySetResult();
                _waiting.Remove(waiting);
            }
        }
    }

    private TimeSpan Least() => _restedAt.Count == 0 ? TimeSpan.MaxValue : _restedAt.Values.Min();
}
