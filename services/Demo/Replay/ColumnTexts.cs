using System.Text.RegularExpressions;

namespace MonitoringDemo.Demo.Replay;

/// <summary>The different texts of a column in the warm-up, and what they say about how it writes numbers.</summary>
internal sealed partial class ColumnTexts
{
    // Of what stands behind a number without a space: letters that are a unit and not a part of a name.
    private static readonly HashSet<string> s_units = new(
        ["%", "‰", "°", "°C", "°F", "g", "kg", "mg", "t", "lb", "m", "km", "cm", "mm", "ft", "s", "ms", "min", "h", "l", "ml", "kB", "MB", "GB", "W", "kW", "V", "A", "Hz", "kHz", "MHz", "bpm", "dB"],
        StringComparer.Ordinal);

    private readonly Dictionary<string, (int Count, int Row)> _texts = new(StringComparer.Ordinal);

    public ColumnTexts(TextTable table, int column, int rows)
    {
        for (var row = 0; row < rows; row++)
        {
            var text = table.Rows[row][column];
            if (table.Missing.Include(text))
            {
                Missing++;
                continue;
            }

            Present++;
            var known = _texts.GetValueOrDefault(text, (Count: 0, Row: row));
            _texts[text] = (known.Count + 1, known.Row);
        }

        (Prefix, Suffix) = Affixes();
    }

    /// <summary>Rows without a value.</summary>
    public int Missing { get; }

    /// <summary>Rows with one.</summary>
    public int Present { get; }

    /// <summary>The different texts.</summary>
    public IReadOnlyCollection<string> Different => _texts.Keys;

    /// <summary>What most numbers begin with, for instance a currency; may be empty.</summary>
    public string Prefix { get; }

    /// <summary>What most numbers end with, for instance a percent sign; may be empty.</summary>
    public string Suffix { get; }

    /// <summary>How many rows hold a number in that notation.</summary>
    public int NumbersIn(NumberNotation notation) => _texts.Where(text => notation.TryRead(text.Key, out _)).Sum(text => text.Value.Count);

    /// <summary>The texts that are no numbers in that notation, with the row of the first of each and how many rows hold it, in the order of rows.</summary>
    public IReadOnlyList<(string Text, int Row, int Count)> OddIn(NumberNotation notation) =>
        [.. _texts.Where(text => !notation.TryRead(text.Key, out _)).OrderBy(text => text.Value.Row).Select(text => (text.Key, text.Value.Row, text.Value.Count))];

    /// <summary>The decimal sign that some text can only have; null when none says so, or texts contradict each other.</summary>
    public char? DecimalSign()
    {
        var (point, comma) = (false, false);
        foreach (var text in _texts.Keys)
        {
            var isPoint = new NumberNotation('.', Prefix, Suffix).TryRead(text, out var byPoint);
            var isComma = new NumberNotation(',', Prefix, Suffix).TryRead(text, out var byComma);
            if (isPoint && isComma && byPoint == byComma)
                continue;
            point |= isPoint && !isComma;
            comma |= isComma && !isPoint;
        }

        return point == comma ? null : point ? '.' : ',';
    }

    /// <summary>A text that is one number with a decimal point and another one with a decimal comma; null when there is none.</summary>
    public (string Text, int Row)? Ambiguous()
    {
        foreach (var (text, (_, row)) in _texts)
        {
            if (new NumberNotation('.', Prefix, Suffix).TryRead(text, out var byPoint) && new NumberNotation(',', Prefix, Suffix).TryRead(text, out var byComma) && byPoint != byComma)
                return (text, row);
        }

        return null;
    }

    private (string Prefix, string Suffix) Affixes()
    {
        var counts = new Dictionary<(string, string), int>();
        foreach (var (text, (count, _)) in _texts)
        {
            if (Parts().Match(text) is not { Success: true } parts)
                continue;
            var (prefix, suffix) = (parts.Groups["before"].Value, parts.Groups["behind"].Value);
            if ((prefix.Length > 0 && !Currency().IsMatch(prefix)) || (suffix.Length > 0 && parts.Groups["space"].Length == 0 && !s_units.Contains(suffix) && !Currency().IsMatch(suffix)))
                continue;
            counts[(prefix, suffix)] = counts.GetValueOrDefault((prefix, suffix)) + count;
        }

        return counts.Count == 0 ? ("", "") : counts.MaxBy(affixes => affixes.Value).Key;
    }

    [GeneratedRegex(@"^-?(?<before>[^\d+\-\u2212(.,\s]*)\s*[+\-\u2212(]?[.,]?\d(?:[\d.,'\u2019\s]*\d)?\)?(?:[eE][+-]?\d+)?(?<space>\s*)(?<behind>[^\d\s](?:\D*[^\d\s])?)?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Parts();

    [GeneratedRegex(@"^(\p{Sc}|[A-Z]{3}|kr|zł|R\$|US\$)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Currency();
}
