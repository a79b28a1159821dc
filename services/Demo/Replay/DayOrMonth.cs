using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay;

/// <summary>What the dates of a column say about whether the day comes first or the month.</summary>
internal sealed class DayOrMonth
{
    private (string Text, RowPlace Place)? _dayFirst;
    private (string Text, RowPlace Place)? _monthFirst;
    private (string Text, RowPlace Place)? _open;

    /// <summary>Whether some date can only have the day first.</summary>
    public bool IsDayFirst => _dayFirst is not null;

    /// <summary>Whether some date can have either first, and none says which.</summary>
    public bool IsOpen => _open is not null && _dayFirst is null && _monthFirst is null;

    /// <summary>Takes one date.</summary>
    /// <returns>True when it begins with day or month.</returns>
    public bool See(ReadOnlySpan<char> text, RowPlace place)
    {
        if (!TimeTexts.TryParts(text, out var first, out var second, out var sign))
            return false;
        if (sign == '.' || (first > TimeTexts.Months && second <= TimeTexts.Months))
            _dayFirst ??= (text.ToString(), place);
        else if (second > TimeTexts.Months && first <= TimeTexts.Months)
            _monthFirst ??= (text.ToString(), place);
        else if (first != second)
            _open ??= (text.ToString(), place);
        return true;
    }

    /// <exception cref="UnusableInputException">The dates contradict each other, or leave it open.</exception>
    public void RequireOne(TableColumn column)
    {
        if (_dayFirst is { } day && _monthFirst is { } month)
            throw TextTable.Refuse(month.Place, column, $"'{month.Text}' has the month first, '{day.Text}' in {day.Place.InWords} the day (--time).");
        if (IsOpen && _open is { } open)
        {
            throw TextTable.Refuse(
                open.Place, column, $"'{open.Text}' can have the day first or the month, and no row says which; say it with --time-format dd/MM/yyyy or --time-format MM/dd/yyyy (--time).");
        }
    }
}
