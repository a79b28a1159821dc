namespace MonitoringDemo.Traffic.Live;

/// <summary>How long to rest after a failure: 0.2 s, then twice as long each time, at most 5 s.</summary>
internal sealed class RestAfterFailure(TimeProvider time)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private TimeSpan _rest;
    private long _since;

    public bool IsResting => _rest > TimeSpan.Zero && time.GetElapsedTime(_since) < _rest;

    public bool HasFailed => _rest > TimeSpan.Zero;

    public void Failed()
    {
        _rest = _rest == TimeSpan.Zero ? First : _rest * 2 < Longest ? _rest * 2 : Longest;
        _since = time.GetTimestamp();
    }

    public void Succeeded() => _rest = TimeSpan.Zero;
}
