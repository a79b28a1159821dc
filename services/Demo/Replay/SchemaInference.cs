namespace MonitoringDemo.Demo.Replay;

/// <summary>
/// Reads the kind of each column from the warm-up rows only, because nothing later is known when model 1 is trained.
/// Numeric when nearly every value there is a finite number in one notation (codes of few values stay numeric: the trainer bins them), the
/// others counting as missing; categorical otherwise, with the categories seen; left out when it says nothing yet or its values hardly come back.
/// </summary>
public static class SchemaInference
{
    /// <summary>Text with more values than this is a name or an id, not a category.</summary>
    public const int MostCategories = 200;

    // Text whose values come fewer times each, on the average, teaches nothing of the next.
    private const int RowsPerCategory = 3;

    public static IReadOnlyList<InferredColumn> Infer(CsvTable table, ReplaySettings settings, int warmup)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        var label = table.Require(settings.Label, "--label");
        var time = settings.Time is null ? -1 : table.Require(settings.Time, "--time");
        var ignored = IgnoredColumns.Of(table, settings.Ignore);
        if (label == time || ignored.Contains(label))
            throw new UnusableInputException($"--label {settings.Label}: the label cannot be the time or be ignored as well.");

        var numbers = new NumberColumns(table, settings.DecimalSign, warmup, i => i != label && i != time && !ignored.Contains(i));
        var columns = new InferredColumn[table.Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = i == label ? Plain(table, i, ColumnUse.Label, "what is predicted")
                : i == time ? Plain(table, i, ColumnUse.Time, "the order of the rows; no feature")
                : ignored.Contains(i) ? Plain(table, i, ColumnUse.Ignored, "by --ignore")
                : IsRowNumber(table, i) ? Plain(table, i, ColumnUse.Ignored, "counts the rows, as pandas writes them")
                : InferFeature(table, i, numbers);
        }

        if (!columns.Any(c => c.Use is ColumnUse.Numeric or ColumnUse.Categorical))
            throw new UnusableInputException($"{table.FileName}, line 1: no column is left to predict '{settings.Label}' from.");
        return columns;
    }

    private static InferredColumn InferFeature(CsvTable table, int column, NumberColumns numbers)
    {
        var (name, texts) = (table.Columns[column], numbers.Texts(column));
        if (texts.Present == 0)
            return new(column, name, ColumnUse.LeftOut, [], texts.Missing, "no value in the warm-up");
        if (numbers.NotationOf(column) is { } notation)
        {
            var odd = texts.OddIn(notation);
            var oddRows = texts.Present - texts.NumbersIn(notation);
            var notes = new[] { notation.InWords, OddNote(table, odd, oddRows, texts.Present), texts.Different.Count - odd.Count == 1 ? "constant in the warm-up" : "" };
            return new(column, name, ColumnUse.Numeric, [], texts.Missing + oddRows, string.Join("; ", notes.Where(note => note.Length > 0))) { Notation = notation };
        }

        var different = texts.Different.Count;
        var most = Math.Min(MostCategories, Math.Max(2, texts.Present / RowsPerCategory));
        return different > most
            ? new(column, name, ColumnUse.LeftOut, [], texts.Missing, $"text with {different} values in {texts.Present} rows: a name or an id, not a category{MixedNote(table, texts)}")
            : new(column, name, ColumnUse.Categorical, [.. texts.Different.Order(StringComparer.Ordinal)], texts.Missing, $"{different} categories{MixedNote(table, texts)}");
    }

    /// <summary>What is said of the few values of a numeric column that are no numbers; nothing where there are none.</summary>
    internal static string OddNote(CsvTable table, IReadOnlyList<(string Text, int Row)> odd, int oddRows, int present)
    {
        const int MostNamed = 3;
        if (odd.Count == 0)
            return "";
        var named = string.Join(", ", odd.Take(MostNamed).Select(text => FormattableString.Invariant($"'{text.Text}' in line {table.Lines[text.Row]}")));
        return FormattableString.Invariant($"{oddRows} of {present} values are no numbers and count as missing: {named}{(odd.Count > MostNamed ? ", …" : "")}");
    }

    /// <summary>A column that is mostly numbers and still text: which values make it so.</summary>
    private static string MixedNote(CsvTable table, ColumnTexts texts)
    {
        var numbers = texts.NumbersIn(NumberNotation.Plain);
        return 2 * numbers <= texts.Present || texts.OddIn(NumberNotation.Plain) is not [var first, ..]
            ? ""
            : FormattableString.Invariant($"; {numbers} of them are numbers, '{first.Text}' in line {table.Lines[first.Row]} is none (--missing '{first.Text}' if it means that there is no value)");
    }

    private static bool IsRowNumber(CsvTable table, int column)
    {
        if (table.Columns[column] != CsvTable.NameOfUnnamed(column))
            return false;
        // Sorted by time, the rows are no longer in the order of their numbers.
        var numbers = new HashSet<double>();
        foreach (var row in table.Rows)
        {
            if (!Number.TryRead(row[column], out var number) || number != Math.Floor(number) || !numbers.Add(number))
                return false;
        }

        return numbers.Max() - numbers.Min() == table.Rows.Count - 1;
    }

    private static InferredColumn Plain(CsvTable table, int column, ColumnUse use, string note) =>
        new(column, table.Columns[column], use, [], 0, note);
}
