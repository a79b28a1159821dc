namespace MonitoringDemo.Traffic.Live;

/// <summary>Turns a pace into batches: songs fall due with the clock, and at most a second's worth is ever made up for.</summary>
internal sealed class Pacer(TimeProvider time, TimeSpan tick)
{
    private const double MostSeconds = 1.0;

    private long _last = time.GetTimestamp();
    private long _lastBatch = time.GetTimestamp();
    private double _due;

    /// <summary>How many songs to send now; 0 = not yet. What is sent is told to <see cref="Sent"/>.</summary>
    public int Due(double songsPerSecond, int most)
    {
        var now = time.GetTimestamp();
        _due += songsPerSecond * time.GetElapsedTime(_last, now).TotalSeconds;
        _due = songsPerSecond <= 0 ? 0 : Math.Min(_due, Math.Max(1, songsPerSecond * MostSeconds));
        _last = now;
        return _due >= most || (_due >= 1 && time.GetElapsedTime(_lastBatch, now) >= tick) ? (int)Math.Min(_due, most) : 0;
    }

    public void Sent(int songs)
    {
        _due -= songs;
        _lastBatch = time.GetTimestamp();
    }
}
