using System.Globalization;
using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay.Check;

/// <summary>Follows a column of times through the rows.</summary>
internal sealed class OrderOfTimes(string name, int column, TimeReading reading)
{
    private long _rows;
    private long _last;
    private long _least = long.MaxValue;
    private long _greatest = long.MinValue;
    private long _longest = -1;
    private long _outOfOrder;
    private string _gapBefore = "";

    public void Add(TableBlock block, int row)
    {
        if (!reading.TryKey(block.Columns[column], row, out var key) || reading.Milliseconds(block.Columns[column], row, key) is not { } time)
            return;
        if (_rows > 0 && time < _last)
            _outOfOrder++;
        if (_rows > 0 && time - _last > _longest)
            (_longest, _gapBefore) = (time - _last, $"{block.Place(row).File}, {block.Place(row).InWords}");
        (_least, _greatest, _last) = (Math.Min(_least, time), Math.Max(_greatest, time), time);
        _rows++;
    }

    /// <summary>Null when the column does not tell when rows happened.</summary>
    public CheckedTime? Result() => _rows < 2 ? null : new CheckedTime(
        name, InWords(_least), InWords(_greatest), _outOfOrder, Math.Max(0, _longest) / 1000.0, _gapBefore, (_greatest - _least) / 1000.0 / (_rows - 1));

    private static string InWords(long milliseconds) =>
        DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
