namespace MonitoringDemo.Demo.Replay;

/// <summary>How a column writes its numbers.</summary>
/// <param name="DecimalSign">The decimal sign, point or comma; the other one may part thousands.</param>
/// <param name="Prefix">What stands before every number, for instance a currency; may be empty.</param>
/// <param name="Suffix">What stands behind every number, for instance a percent sign; may be empty.</param>
public sealed record NumberNotation(char DecimalSign, string Prefix, string Suffix)
{
    private const string Spaces = " \u00A0\u2009\u202F'\u2019";
    private const int GroupDigits = 3;

    /// <summary>As programs write them.</summary>
    public static NumberNotation Plain { get; } = new('.', "", "");

    /// <summary>In words, as far as it is not plain; may be empty.</summary>
    public string InWords => string.Join(
        ", ",
        new[] { DecimalSign == ',' ? "with decimal comma" : "", Prefix.Length > 0 ? $"without '{Prefix}'" : "", Suffix.Length > 0 ? $"without '{Suffix}'" : "" }.Where(part => part.Length > 0));

    /// <summary>Reads a finite number.</summary>
    public bool TryRead(ReadOnlySpan<char> text, out double value)
    {
        value = 0;
        if (Prefix.Length == 0 && Suffix.Length == 0)
            return (DecimalSign == '.' && Number.TryRead(text, out value)) || TryReadBody(text.ToString(), out value);

        var body = text.Trim();
        var negative = Prefix.Length > 0 && body.StartsWith("-", StringComparison.Ordinal);
        body = (negative ? body[1..] : body).TrimStart();
        if (!body.StartsWith(Prefix, StringComparison.Ordinal) || !body.EndsWith(Suffix, StringComparison.Ordinal) || body.Length < Prefix.Length + Suffix.Length)
            return false;
        var read = TryReadBody(body[Prefix.Length..^Suffix.Length].Trim().ToString(), out value);
        value = negative ? -value : value;
        return read;
    }

    private bool TryReadBody(string text, out double value)
    {
        if ((DecimalSign == '.' || !text.Contains('.', StringComparison.Ordinal)) && Number.TryRead(text, out value))
            return true;

        value = 0;
        var inBrackets = text is ['(', .., ')'];
        var negative = inBrackets || text is ['-' or '\u2212', ..];
        var body = inBrackets ? text[1..^1] : negative || text is ['+', ..] ? text[1..] : text;
        var at = body.IndexOf(DecimalSign, StringComparison.Ordinal);
        var (whole, rest) = at < 0 ? (body, "0") : (body[..at], body[(at + 1)..]);
        if ((at < 0 && whole.Length == 0) || WithoutGroups(whole) is not { } digits || !char.IsAsciiDigit(rest.FirstOrDefault()) || !Number.TryRead($"{digits}.{rest}", out value))
            return false;
        value = negative ? -value : value;
        return true;
    }

    /// <summary>Digits whose groups of three are parted by one and the same sign, without it; null when they are anything else.</summary>
    private string? WithoutGroups(string whole)
    {
        var other = DecimalSign == '.' ? ',' : '.';
        var sign = whole.FirstOrDefault(c => c == other || Spaces.Contains(c, StringComparison.Ordinal));
        var groups = sign == default ? [whole] : whole.Split(sign);
        if (!groups.All(group => group.All(char.IsAsciiDigit)))
            return null;
        if (groups.Length == 1)
            return whole.Length == 0 ? "0" : whole;
        return groups[0].Length is > 0 and <= GroupDigits && groups.Skip(1).All(group => group.Length == GroupDigits) ? string.Concat(groups) : null;
    }
}
