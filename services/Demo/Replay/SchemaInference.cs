namespace MonitoringDemo.Demo.Replay;

/// <summary>
/// Reads the kind of each column from the warm-up rows only, because nothing later is known when model 1 is trained.
/// Numeric when every value there is a finite number (codes of few values stay numeric: the trainer bins them);
/// categorical otherwise, with the categories seen; left out when it says nothing yet or nearly every row says something else.
/// </summary>
public static class SchemaInference
{
    /// <summary>Text with more values than this is a name or an id, not a category.</summary>
    public const int MostCategories = 200;

    public static IReadOnlyList<InferredColumn> Infer(CsvTable table, ReplaySettings settings, int warmup)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        var label = table.Require(settings.Label, "--label");
        var time = settings.Time is null ? -1 : table.Require(settings.Time, "--time");
        var ignored = settings.Ignore.Select(name => table.Require(name, "--ignore")).ToHashSet();
        if (label == time || ignored.Contains(label))
            throw new UnusableInputException($"--label {settings.Label}: the label cannot be the time or be ignored as well.");

        var columns = new InferredColumn[table.Columns.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            columns[i] = i == label ? Plain(table, i, ColumnUse.Label, "what is predicted")
                : i == time ? Plain(table, i, ColumnUse.Time, "the order of the rows; no feature")
                : ignored.Contains(i) ? Plain(table, i, ColumnUse.Ignored, "by --ignore")
                : InferFeature(table, i, warmup);
        }

        if (!columns.Any(c => c.Use is ColumnUse.Numeric or ColumnUse.Categorical))
            throw new UnusableInputException($"{table.FileName}, line 1: no column is left to predict '{settings.Label}' from.");
        return columns;
    }

    private static InferredColumn InferFeature(CsvTable table, int column, int warmup)
    {
        var missing = 0;
        var numeric = true;
        var values = new SortedSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < warmup; row++)
        {
            var text = table.Rows[row][column];
            if (MissingValue.Is(text))
            {
                missing++;
                continue;
            }

            numeric &= Number.TryRead(text, out _);
            values.Add(text);
        }

        if (values.Count == 0)
            return new(column, table.Columns[column], ColumnUse.LeftOut, [], missing, "no value in the warm-up");
        if (numeric)
            return new(column, table.Columns[column], ColumnUse.Numeric, [], missing, values.Count == 1 ? "constant in the warm-up" : "");
        return values.Count > MostCategories
            ? new(column, table.Columns[column], ColumnUse.LeftOut, [], missing, $"text with {values.Count} values in {warmup} rows: a name or an id, not a category")
            : new(column, table.Columns[column], ColumnUse.Categorical, [.. values], missing, $"{values.Count} categories");
    }

    private static InferredColumn Plain(CsvTable table, int column, ColumnUse use, string note) =>
        new(column, table.Columns[column], use, [], 0, note);
}
