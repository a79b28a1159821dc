using System.Buffers.Text;

namespace MonitoringDemo.Inference.Requests;

/// <summary>
/// Steps through JSON that is written as programs write it: no escapes, at most one space behind a colon or comma. It answers
/// false for all else, and whoever asks then reads the text with the parser that takes everything and can say what is wrong.
/// </summary>
internal ref struct PlainJson(ReadOnlySpan<byte> text)
{
    private const ulong LargestExact = 1UL << 53;

    // Powers that are exact: a quotient of two exact numbers is rounded once, as a parser rounds the text.
    private static readonly double[] Powers = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    private readonly ReadOnlySpan<byte> _text = text;
    private int _at;

    public readonly bool IsAtEnd => _at == _text.Length;

    public readonly byte Next => _at < _text.Length ? _text[_at] : (byte)0;

    public bool Skip(scoped ReadOnlySpan<byte> expected)
    {
        if (!_text[_at..].StartsWith(expected)) return false;
        _at += expected.Length;
        return true;
    }

    public bool Skip(byte expected)
    {
        if (Next != expected) return false;
        _at++;
        return true;
    }

    /// <summary>Skips a comma or a colon, and a space behind it.</summary>
    public bool SkipSeparator(byte separator)
    {
        if (!Skip(separator)) return false;
        Skip((byte)' ');
        return true;
    }

    /// <summary>Reads a text without escapes, ASCII only.</summary>
    /// <param name="bytes">What stands between the quotation marks.</param>
    public bool TryText(out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (!Skip((byte)'"')) return false;

        for (var i = _at; i < _text.Length; i++)
        {
            var b = _text[i];
            if (b == (byte)'"')
            {
                bytes = _text[_at..i];
                _at = i + 1;
                return true;
            }

            if (b is (byte)'\\' or < 0x20 or > 0x7E) return false;
        }

        return false;
    }

    /// <summary>Reads a number as the grammar of JSON has it.</summary>
    /// <param name="token">Its text.</param>
    /// <param name="value">Its value, to the bit what the general parser makes of it; infinite where that is.</param>
    public bool TryNumber(out ReadOnlySpan<byte> token, out double value)
    {
        token = default;
        value = 0;
        var (start, i, mantissa, places) = (_at, _at, 0UL, 0);
        var negative = i < _text.Length && _text[i] == (byte)'-';
        if (negative) i++;
        var first = i;
        for (; i < _text.Length && (uint)(_text[i] - '0') <= 9; i++) mantissa = (mantissa * 10) + (uint)(_text[i] - '0');
        if (i == first || (i > first + 1 && _text[first] == (byte)'0')) return false;

        if (i < _text.Length && _text[i] == (byte)'.')
        {
            var point = i++;
            for (; i < _text.Length && (uint)(_text[i] - '0') <= 9; i++) mantissa = (mantissa * 10) + (uint)(_text[i] - '0');
            places = i - point - 1;
            if (places == 0) return false;
        }

        var hasExponent = i < _text.Length && _text[i] is (byte)'e' or (byte)'E';
        if (hasExponent)
        {
            i++;
            if (i < _text.Length && _text[i] is (byte)'+' or (byte)'-') i++;
            var exponent = i;
            while (i < _text.Length && (uint)(_text[i] - '0') <= 9) i++;
            if (i == exponent) return false;
        }

        token = _text[start..i];
        _at = i;
        // Eighteen digits do not overflow the mantissa.
        if (hasExponent || token.Length > 18 || mantissa > LargestExact) return Utf8Parser.TryParse(token, out value, out int used) && used == token.Length;

        value = mantissa / Powers[places];
        if (negative) value = -value;
        return true;
    }
}
