using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Which columns hold numbers, and how they write them: by what nearly all values of the warm-up are, and where one column leaves it open by what the others say.</summary>
internal sealed class NumberColumns
{
    // One odd value in twenty may be a slip; more are what the column is.
    private const int RowsPerOdd = 20;
    private const int LeastRowsForOdd = 10;

    private readonly TextTable _table;
    private readonly Dictionary<int, ColumnTexts> _texts = [];
    private readonly char? _said, _ofFile;

    /// <param name="table">The file.</param>
    /// <param name="said">The decimal sign that the command names; null to find it out.</param>
    /// <param name="warmup">Rows to look at.</param>
    /// <param name="isFeature">Which columns to look at.</param>
    public NumberColumns(TextTable table, char? said, int warmup, Func<int, bool> isFeature)
    {
        (_table, _said) = (table, said);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            if (isFeature(i))
                _texts[i] = new ColumnTexts(table, i, warmup);
        }

        var signs = _texts.Values.Where(HoldsNumbers).Select(texts => texts.DecimalSign()).OfType<char>().Distinct().ToList();
        _ofFile = signs.Count == 1 ? signs[0] : null;
    }

    public ColumnTexts Texts(int column) => _texts[column];

    /// <summary>How a column writes its numbers; null when it holds text.</summary>
    /// <exception cref="UnusableInputException">Its numbers can be read in two ways, and nothing says which.</exception>
    public NumberNotation? NotationOf(int column)
    {
        var texts = _texts[column];
        if (texts.Present == 0 || _table.Columns[column].Type is StatedType.Category or StatedType.Boolean)
            return null;
        if (_table.Columns[column].Type == StatedType.Number)
            return NumberNotation.Plain;
        var sign = SignOf(texts);
        if (sign is null && texts.Ambiguous() is { } open && HoldsNumbers(texts))
            throw _table.Refuse(open.Row, column, $"'{open.Text}' has a comma that can part thousands or be the decimal sign; say which, with --decimal . or --decimal ,");

        var notation = new NumberNotation(sign ?? '.', texts.Prefix, texts.Suffix);
        return IsNearlyAll(texts.NumbersIn(notation), texts.Present) ? notation : null;
    }

    /// <summary>Whether a column holds numbers that can be read in two ways, and nothing says which.</summary>
    public bool IsOpen(int column) => _table.Columns[column].Type == StatedType.Unstated && SignOf(_texts[column]) is null && HoldsNumbers(_texts[column]);

    private char? SignOf(ColumnTexts texts)
    {
        var open = texts.Ambiguous();
        // With a point, and nothing else in the file to say otherwise, it is what every program writes.
        return _said ?? texts.DecimalSign() ?? (open is null ? '.' : _ofFile)
            ?? (NumberNotation.Plain.TryRead(open!.Value.Text, out _) && !open.Value.Text.Contains(',', StringComparison.Ordinal) ? '.' : null);
    }

    private static bool HoldsNumbers(ColumnTexts texts) => texts.Present > 0
        && (IsNearlyAll(texts.NumbersIn(new NumberNotation('.', texts.Prefix, texts.Suffix)), texts.Present)
            || IsNearlyAll(texts.NumbersIn(new NumberNotation(',', texts.Prefix, texts.Suffix)), texts.Present));

    private static bool IsNearlyAll(int numbers, int present) =>
        present - numbers <= Math.Max(present >= LeastRowsForOdd ? 1 : 0, present / RowsPerOdd);
}
