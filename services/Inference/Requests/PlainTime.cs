namespace MonitoringDemo.Inference.Requests;

/// <summary>Reads a time that ends in Z and has at most seven decimals, which nearly all have, many times faster than the general way.</summary>
internal static class PlainTime
{
    private const int Seconds = 19;
    private const int MostDecimals = 7;

    /// <param name="text">Such as <c>2026-01-31T09:30:00.25Z</c>.</param>
    /// <param name="unixMilliseconds">UTC, rounded down.</param>
    /// <returns>False when it is anything else: the general parser has the last word.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, out long unixMilliseconds)
    {
        unixMilliseconds = 0;
        if (text.Length is <= Seconds or > Seconds + 2 + MostDecimals || text[^1] != (byte)'Z') return false;
        if (text[4] != (byte)'-' || text[7] != (byte)'-' || text[10] != (byte)'T' || text[13] != (byte)':' || text[16] != (byte)':') return false;

        var (year, month, day) = (Number(text[..4]), Number(text[5..7]), Number(text[8..10]));
        var (hour, minute, second) = (Number(text[11..13]), Number(text[14..16]), Number(text[17..Seconds]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59) return false;

        var milliseconds = 0;
        if (text.Length > Seconds + 1)
        {
            var decimals = text[(Seconds + 1)..^1];
            if (text[Seconds] != (byte)'.' || decimals.IsEmpty || Number(decimals) < 0) return false;
            for (var i = 0; i < 3; i++) milliseconds = (milliseconds * 10) + (i < decimals.Length ? decimals[i] - '0' : 0);
        }

        var time = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc);
        unixMilliseconds = ((time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond) + milliseconds;
        return true;
    }

    /// <returns>-1 when it is not all digits.</returns>
    private static int Number(ReadOnlySpan<byte> digits)
    {
        var number = 0;
        foreach (var digit in digits)
        {
            if ((uint)(digit - '0') > 9) return -1;
            number = (number * 10) + (digit - '0');
        }

        return number;
    }
}
