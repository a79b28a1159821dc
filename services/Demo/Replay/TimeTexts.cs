using System.Globalization;
using System.Text.RegularExpressions;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Reads the dates of one column. What a text leaves open (day or month first, the year, the date) is never filled in.</summary>
internal sealed partial class TimeTexts
{
    private const DateTimeStyles Utc = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal;
    private const int Months = 12;

    private readonly string? _format;
    private readonly bool _dayFirst;

    private TimeTexts(string? format, bool dayFirst) => (_format, _dayFirst) = (format, dayFirst);

    /// <summary>How the column is to be read.</summary>
    /// <param name="table">The file; all its rows say whether day or month comes first.</param>
    /// <param name="column">The column.</param>
    /// <param name="format">As <c>--time-format</c> says; null to find it out.</param>
    /// <exception cref="UnusableInputException">The dates can be read in two ways; the message names the first, and how to say which.</exception>
    public static TimeTexts Of(CsvTable table, int column, string? format)
    {
        if (format is not null)
            return new TimeTexts(RequireWhole(format), dayFirst: false);

        var (dayFirst, monthFirst, open) = (-1, -1, -1);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            if (Parts().Match(table.Rows[row][column]) is not { Success: true } parts)
                continue;
            var (first, second) = (NumberOf(parts, "first"), NumberOf(parts, "second"));
            if (parts.Groups["sign"].Value == "." || (first > Months && second <= Months))
                dayFirst = dayFirst < 0 ? row : dayFirst;
            else if (second > Months && first <= Months)
                monthFirst = monthFirst < 0 ? row : monthFirst;
            else if (first != second)
                open = open < 0 ? row : open;
        }

        if (dayFirst >= 0 && monthFirst >= 0)
            throw table.Refuse(monthFirst, column, $"'{table.Rows[monthFirst][column]}' has the month first, '{table.Rows[dayFirst][column]}' in line {table.Lines[dayFirst]} the day (--time).");
        if (open >= 0 && dayFirst < 0 && monthFirst < 0)
        {
            throw table.Refuse(
                open, column, $"'{table.Rows[open][column]}' can have the day first or the month, and no row says which; say it with --time-format dd/MM/yyyy or --time-format MM/dd/yyyy (--time).");
        }

        return new TimeTexts(null, dayFirst >= 0);
    }

    /// <summary>Reads one time; without a zone of its own it is UTC.</summary>
    public bool TryRead(string text, out DateTimeOffset time)
    {
        if (_format is not null)
            return DateTimeOffset.TryParseExact(text, _format, CultureInfo.InvariantCulture, Utc, out time);

        if (Parts().Match(text) is { Success: true } parts)
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

    private static string RequireWhole(string format)
    {
        if (format.Contains('y', StringComparison.Ordinal) && format.Contains('M', StringComparison.Ordinal))
            return format;
        throw new UnusableInputException($"--time-format {format}: a time needs a year (y) and a month (M), for instance dd/MM/yyyy HH:mm.");
    }

    private static int NumberOf(Match parts, string group) => int.Parse(parts.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<first>\d{1,2})(?<sign>[/.\-])(?<second>\d{1,2})\k<sign>(?<year>\d{4})(?:[ T]\s*(?<rest>\d.*))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    // Year, month and day in numbers, the year first; or a year of four digits, a day, and a month in letters.
    [GeneratedRegex(@"^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|^(?=.*\b\d{4}\b)(?=.*\b\d{1,2}\b)(?=.*\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Whole();
}
