using MonitoringDemo.Demo.Replay.Stated;
using MonitoringDemo.Tables;

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

    /// <param name="table">The rows to look at, and the ones after them where a test has them.</param>
    /// <param name="settings">What the command says.</param>
    /// <param name="warmup">How many rows are the warm-up.</param>
    /// <param name="noRowNumbers">Columns that are known not to count all the rows.</param>
    public static IReadOnlyList<InferredColumn> Infer(TextTable table, ReplaySettings settings, int warmup, IReadOnlySet<int>? noRowNumbers = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        if (settings.Schema is not null)
            StatedFeatures.RequireColumns(table, settings.Schema);
        var label = table.Require(settings.Label, "--label");
        var time = settings.Time is null ? -1 : table.Require(settings.Time, "--time");
        var ignored = IgnoredColumns.Of(table, settings.Ignore);
        var notes = table.Columns.Select(column => StatedFeatures.NoteOf(settings.Schema?.Find(column.Name))).ToArray();
        ignored.UnionWith(Enumerable.Range(0, notes.Length).Where(i => notes[i] is not null));
        if (label == time || ignored.Contains(label))
            throw new UnusableInputException($"--label {settings.Label}: the label cannot be the time or be ignored as well.");

        var numbers = new NumberColumns(table, settings.DecimalSign, warmup, i => i != label && i != time && !ignored.Contains(i) && table.Columns[i].Type is not (StatedType.Other or StatedType.Time));
        var columns = new InferredColumn[table.Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = i == label ? Plain(table, i, ColumnUse.Label, "what is predicted")
                : i == time ? Plain(table, i, ColumnUse.Time, "the order of the rows; no feature")
                : ignored.Contains(i) ? Plain(table, i, ColumnUse.Ignored, notes[i] ?? "by --ignore")
                : settings.Schema is null && IsRowNumber(table, i) && noRowNumbers?.Contains(i) != true ? Plain(table, i, ColumnUse.Ignored, "counts the rows, as pandas writes them") with { CountsRows = true }
                : table.Columns[i].Type == StatedType.Other ? throw new UnusableInputException($"{table.FileName}, column '{table.Columns[i].Name}': lists, structures or bytes, where a row has one value; leave it out with --ignore, or write its parts as columns.")
                : table.Columns[i].Type == StatedType.Time ? Plain(table, i, ColumnUse.LeftOut, "times; --time sorts the rows by them")
                : (settings.Schema is null ? null : StatedFeatures.Of(table, i, settings.Schema, numbers.Texts(i))) ?? InferFeature(table, i, numbers);
        }

        if (!columns.Any(c => c.Use is ColumnUse.Numeric or ColumnUse.Categorical))
            throw new UnusableInputException($"{table.FileName}: no column is left to predict '{settings.Label}' from.");
        return columns;
    }

    /// <summary>How many values text may have to be a category, by how many rows have one.</summary>
    internal static int MostCategoriesOf(int present) => Math.Min(MostCategories, Math.Max(2, present / RowsPerCategory));

    private static InferredColumn InferFeature(TextTable table, int column, NumberColumns numbers)
    {
        var (name, texts) = (table.Columns[column].Name, numbers.Texts(column));
        if (texts.Present == 0)
            return new(column, name, ColumnUse.LeftOut, [], texts.Missing, "no value in the warm-up");
        if (numbers.NotationOf(column) is { } notation)
        {
            var odd = new OddTexts();
            foreach (var (text, row, count) in texts.OddIn(notation))
                odd.Add(text, table.Places[row], count);
            var differentNumbers = texts.Different.Count - texts.OddIn(notation).Count;
            var notes = new[] { notation.InWords, odd.InWords(texts.Present), differentNumbers == 1 ? "constant in the warm-up" : "" };
            return new(column, name, ColumnUse.Numeric, [], texts.Missing + (int)odd.Count, string.Join("; ", notes.Where(note => note.Length > 0))) { Notation = notation };
        }

        var different = texts.Different.Count;
        var most = MostCategoriesOf(texts.Present);
        return different > most
            ? new(column, name, ColumnUse.LeftOut, [], texts.Missing, $"text with {different} values in {texts.Present} rows: a name or an id, not a category{MixedNote(table, texts)}")
            : new(column, name, ColumnUse.Categorical, [.. texts.Different.Order(StringComparer.Ordinal)], texts.Missing, $"{different} categories{MixedNote(table, texts)}");
    }

    /// <summary>A column that is mostly numbers and still text: which values make it so.</summary>
    private static string MixedNote(TextTable table, ColumnTexts texts)
    {
        var numbers = texts.NumbersIn(NumberNotation.Plain);
        return 2 * numbers <= texts.Present || texts.OddIn(NumberNotation.Plain) is not [var first, ..]
            ? ""
            : FormattableString.Invariant($"; {numbers} of them are numbers, '{first.Text}' in {table.Places[first.Row].InWords} is none (--missing '{first.Text}' if it means that there is no value)");
    }

    private static bool IsRowNumber(TextTable table, int column)
    {
        if (table.Columns[column].Name != TableColumn.NameOfUnnamed(column))
            return false;
        // Sorted by time, the rows are no longer in the order of their numbers; whether they count all rows is seen when all are read.
        var numbers = new RowNumbers();
        foreach (var row in table.Rows)
        {
            if (!Number.TryRead(row[column], out var number))
                return false;
            numbers.Add(number);
        }

        return numbers.MayCount;
    }

    private static InferredColumn Plain(TextTable table, int column, ColumnUse use, string note) =>
        new(column, table.Columns[column].Name, use, [], 0, note);
}
