namespace MonitoringDemo.Traffic.Playing;

/// <summary>Steps through text that is expected to read in one certain way.</summary>
internal ref struct PlainText(ReadOnlySpan<byte> text)
{
    private const int MostDigits = 18;

    private ReadOnlySpan<byte> _rest = text;

    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <returns>False when it reads otherwise; nothing is skipped then.</returns>
    public bool Skip(scoped ReadOnlySpan<byte> expected)
    {
        if (!_rest.StartsWith(expected))
            return false;
        _rest = _rest[expected.Length..];
        return true;
    }

    /// <summary>Skips what a number is made of, however it is written.</summary>
    public void SkipDecimal()
    {
        var length = _rest.IndexOfAny((byte)',', (byte)'}', (byte)'"');
        _rest = length < 0 ? [] : _rest[length..];
    }

    /// <summary>Reads a whole number of 1 to 18 digits without a leading zero.</summary>
    public bool TryNumber(out long number)
    {
        number = 0;
        var length = 0;
        for (; length < _rest.Length && (uint)(_rest[length] - '0') <= 9; length++)
        {
            if (length == MostDigits)
                return false;
            number = (number * 10) + (_rest[length] - '0');
        }

        if (length == 0 || (length > 1 && _rest[0] == (byte)'0'))
            return false;
        _rest = _rest[length..];
        return true;
    }
}
