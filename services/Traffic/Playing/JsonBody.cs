using System.Buffers.Text;

namespace MonitoringDemo.Traffic.Playing;

/// <summary>A request body in a buffer that is used again and again, put together piece by piece.</summary>
internal sealed class JsonBody
{
    private const int LongestNumber = 20;
    private const int LongestTime = 30;

    private byte[] _bytes = new byte[1 << 12];
    private int _length;

    public ReadOnlyMemory<byte> Bytes => _bytes.AsMemory(0, _length);

    public void Clear() => _length = 0;

    /// <summary>Adds what is JSON already.</summary>
    public void Add(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Room(json.Length));
        _length += json.Length;
    }

    public void Add(long number)
    {
        Utf8Formatter.TryFormat(number, Room(LongestNumber), out var length);
        _length += length;
    }

    public void Add(double number) => _length += DecimalText.Format(number, Room(DecimalText.MaxLength));

    /// <summary>Adds a time of the form <c>"2026-01-31T09:30:00.25Z"</c>.</summary>
    public void Add(DateTime utc)
    {
        var text = Room(LongestTime);
        text[0] = (byte)'"';
        Digits(text[1..], utc.Year, 4);
        Digits(text[6..], utc.Month, 2);
        Digits(text[9..], utc.Day, 2);
        Digits(text[12..], utc.Hour, 2);
        Digits(text[15..], utc.Minute, 2);
        Digits(text[18..], utc.Second, 2);
        (text[5], text[8], text[11], text[14], text[17]) = ((byte)'-', (byte)'-', (byte)'T', (byte)':', (byte)':');
        var length = 20;
        var fraction = (int)(utc.Ticks % TimeSpan.TicksPerSecond);
        if (fraction > 0)
        {
            text[20] = (byte)'.';
            Digits(text[21..], fraction, 7);
            length = 28;
            while (text[length - 1] == (byte)'0')
                length--;
        }

        (text[length], text[length + 1]) = ((byte)'Z', (byte)'"');
        _length += length + 2;
    }

    private static void Digits(Span<byte> text, int number, int count)
    {
        for (var i = count - 1; i >= 0; i--, number /= 10)
            text[i] = (byte)('0' + (number % 10));
    }

    private Span<byte> Room(int bytes)
    {
        if (_length + bytes > _bytes.Length)
            Array.Resize(ref _bytes, Math.Max(_length + bytes, 2 * _bytes.Length));
        return _bytes.AsSpan(_length);
    }
}
