namespace MonitoringDemo.ServiceDefaults.Time;

/// <summary>The clock of lockstep: it stands still until the driver sets it, so that every stored time depends on the row alone.</summary>
/// <remarks>Timestamps for measuring durations and timers stay those of the machine: nothing that is stored comes from them.</remarks>
public sealed class LockstepClock : TimeProvider
{
    /// <summary>The time of row 0.</summary>
    public static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private long _ticks = Start.UtcTicks;

    /// <summary>One second passes per row.</summary>
    public void SetRow(long row) => SetUtcNow(Start.AddSeconds(row));

    /// <summary>The row that was set last.</summary>
    public long Row => (Interlocked.Read(ref _ticks) - Start.UtcTicks) / TimeSpan.TicksPerSecond;

    /// <summary>Sets the time; it may also go back.</summary>
    public void SetUtcNow(DateTimeOffset now) => Interlocked.Exchange(ref _ticks, now.UtcTicks);

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);
}
