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

    private TimeTexts(string? format, bool dayFirst) => (_format, _dayFirst) = (format, dayFirst);

    /// <summary>Dates without a stated form, the day first where they begin with day or month.</summary>
    public static TimeTexts DayFirst { get; } = new(null, dayFirst: true);

    /// <summary>Dates without a stated form, the month first where they begin with day or month.</summary>
    public static TimeTexts MonthFirst { get; } = new(null, dayFirst: false);

    /// <summary>Dates of the form that <c>--time-format</c> says.</summary>
    /// <exception cref="UnusableInputException">The form has no year or no month.</exception>
    public static TimeTexts Of(string format)
    {
        if (format.Contains('y', StringComparison.Ordinal) && format.Contains('M', StringComparison.Ordinal))
            return new TimeTexts(format, dayFirst: false);
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

    /// <summary>Reads one time; without a zone of its own it is UTC.</summary>
    public bool TryRead(string text, out DateTimeOffset time)
    {
        if (_format is not null)
            return DateTimeOffset.TryParseExact(text, _format, CultureInfo.InvariantCulture, Utc, out time);

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

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, Utc, out time);
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
