namespace MonitoringDemo.Demo.Replay;

/// <summary>
/// Turns what clocks on the wall of a time zone show into instants, row by row. The hour that summer time gives back is there twice: it is the second one
/// from the row on that steps back, or that shows the same time where rows are half an hour apart or more. The hour that summer time takes is never there.
/// </summary>
internal sealed class LocalClock(TimeZoneInfo zone)
{
    private static readonly TimeSpan s_rare = TimeSpan.FromMinutes(30);

    private DateTime _last;
    private TimeSpan _step;
    private bool _second;

    /// <summary>The same zone, from the first row on.</summary>
    public LocalClock Restart() => new(zone);

    /// <exception cref="UnusableInputException">There is no such zone.</exception>
    public static LocalClock Of(string name)
    {
        try
        {
            return new LocalClock(TimeZoneInfo.FindSystemTimeZoneById(name));
        }
        catch (Exception e) when (e is TimeZoneNotFoundException or InvalidTimeZoneException)
        {
            throw new UnusableInputException($"--time-zone {name}: no such time zone; Europe/Zurich and America/New_York are some.", e);
        }
    }

    /// <summary>The instant of what the clock shows in the next row.</summary>
    /// <returns>False when no clock of the zone ever shows it.</returns>
    public bool TryRead(DateTime local, out DateTimeOffset time)
    {
        time = default;
        if (zone.IsInvalidTime(local))
            return false;
        var isTwice = zone.IsAmbiguousTime(local);
        _second = isTwice && (_second || (zone.IsAmbiguousTime(_last) && (local < _last || (local == _last && _step >= s_rare))));
        if (local != _last)
            (_step, _last) = (local - _last, local);
        // Of the two offsets the greater one is summer time's, which comes first.
        var offset = !isTwice ? zone.GetUtcOffset(local) : _second ? zone.GetAmbiguousTimeOffsets(local).Min() : zone.GetAmbiguousTimeOffsets(local).Max();
        time = new DateTimeOffset(local, offset).ToUniversalTime();
        return true;
    }
}
