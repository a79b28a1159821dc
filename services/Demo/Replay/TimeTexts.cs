using System.Globalization;
using System.Text.RegularExpressions;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Reads the dates of one column. What a text leaves open (day or month first, the year, the date) is never filled in.</summary>
internal sealed partial class TimeTexts
{
    /// <summary>In a year.</summary>
    public const int Months = 12;

    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;

    private readonly string? _format;
    private readonly bool _dayFirst;
    private readonly LocalClock? _clock;

    private TimeTexts(string? format, bool dayFirst, LocalClock? clock) => (_format, _dayFirst, _clock) = (format, dayFirst, clock);

    /// <summary>Dates without a stated form.</summary>
    /// <param name="dayFirst">Whether the day comes first where they begin with day or month.</param>
    /// <param name="clock">What times without a zone of their own are by; null for UTC.</param>
    public static TimeTexts Of(bool dayFirst, LocalClock? clock = null) => new(null, dayFirst, clock);

    /// <summary>Dates of the form that <c>--time-format</c> says.</summary>
    /// <exception cref="UnusableInputException">The form has no year or no month.</exception>
    public static TimeTexts Of(string format, LocalClock? clock = null)
    {
        if (format.Contains('y', StringComparison.Ordinal) && format.Contains('M', StringComparison.Ordinal))
            return new TimeTexts(format, dayFirst: false, clock);
        throw new UnusableInputException($"--time-format {format}: a time needs a year (y) and a month (M), for instance dd/MM/yyyy HH:mm.");
    }

    /// <summary>The first two numbers of a date that begins with day or month, and what parts them.</summary>
    public static bool TryParts(ReadOnlySpan<char> text, out int first, out int second, out char sign)
    {
        (first, second, sign) = (0, 0, ' ');
        if (!MayHaveParts(text) || Parts().Match(text.ToString()) is not { Success: true } parts)
            return false;
        (first, second, sign) = (NumberOf(parts, "first"), NumberOf(parts, "second"), parts.Groups["sign"].Value[0]);
        return true;
    }

    /// <summary>The same way of reading, from the first row on.</summary>
    public TimeTexts Restart() => new(_format, _dayFirst, _clock?.Restart());

    /// <summary>Reads one time; without a zone of its own it is by the clock that was named, or UTC.</summary>
    public bool TryRead(string text, out DateTimeOffset time)
    {
        if (_format is not null)
        {
            return _clock is null
                ? DateTimeOffset.TryParseExact(text, _format, CultureInfo.InvariantCulture, Utc, out time)
                : ByClock(DateTime.TryParseExact(text, _format, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var exact), exact, out time);
        }

        if (MayHaveParts(text) && Parts().Match(text) is { Success: true } parts)
        {
            var (day, month) = _dayFirst ? ("first", "second") : ("second", "first");
            text = string.Create(CultureInfo.InvariantCulture, $"{parts.Groups["year"].Value}-{NumberOf(parts, month):00}-{NumberOf(parts, day):00} {parts.Groups["rest"].Value}");
        }
        else if (!Whole().IsMatch(text))
        {
            time = default;
            return false;
        }

        return _clock is null
            ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out time)
            : ByClock(DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var shown), shown, out time);
    }

    private bool ByClock(bool isRead, DateTime shown, out DateTimeOffset time)
    {
        time = shown.Kind == DateTimeKind.Unspecified ? default : shown.ToUniversalTime();
        return isRead && (shown.Kind != DateTimeKind.Unspecified || _clock!.TryRead(shown, out time));
    }

    // Cheaper than the pattern, which most texts of most files do not fit.
    private static bool MayHaveParts(ReadOnlySpan<char> text) => text.Length > 7 && (text[1] is '/' or '.' or '-' || text[2] is '/' or '.' or '-');

    private static int NumberOf(Match parts, string group) => int.Parse(parts.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<first>\d{1,2})(?<sign>[/.\-])(?<second>\d{1,2})\k<sign>(?<year>\d{4})(?:[ T]\s*(?<rest>\d.*))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    // Year, month and day in numbers, the year first; or a year of four digits, a day, and a month in letters.
    [GeneratedRegex(@"^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|^(?=.*\b\d{4}\b)(?=.*\b\d{1,2}\b)(?=.*\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Whole();
}
