namespace MonitoringDemo.Drift.Monitoring.Rows;

/// <summary>Which slot of a day or of a week a row happened in, for the waves that features follow.</summary>
internal static class TimeSlots
{
    private const long HalfHour = 30 * 60 * 1_000L;
    private const long Hour = 2 * HalfHour;

    /// <summary>Half hours of a day.</summary>
    public const int PerDay = 48;

    /// <summary>Hours of a week.</summary>
    public const int PerWeek = 168;

    /// <summary>The slot; -1 when the time is not known or there is no cycle.</summary>
    /// <param name="time">Unix milliseconds, or <see cref="RowRing.NoTime"/>.</param>
    /// <param name="slotsPerCycle"><see cref="PerDay"/>, <see cref="PerWeek"/> or 0.</param>
    public static int Of(long time, int slotsPerCycle)
    {
        if (slotsPerCycle == 0 || time == RowRing.NoTime) return -1;
        var slot = slotsPerCycle == PerDay ? time / HalfHour % PerDay : time / Hour % PerWeek;
        return (int)(slot < 0 ? slot + slotsPerCycle : slot);
    }
}
