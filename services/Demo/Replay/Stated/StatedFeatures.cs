namespace MonitoringDemo.Demo.Replay.Stated;

/// <summary>Holds a table against a schema: a column that is not in both, or whose warm-up is not what the schema says, is refused with the mend.</summary>
internal static class StatedFeatures
{
    // As where it is found out: one odd value in twenty may be a slip.
    private const int RowsPerOdd = 20;

    /// <summary>Every column of the table is in the schema, and the other way round.</summary>
    public static void RequireColumns(TextTable table, StatedSchema schema)
    {
        foreach (var column in table.Columns)
        {
            if (schema.Find(column.Name) is null)
                throw new UnusableInputException($"{schema.FileName}: nothing of column '{column.Name}', which {table.FileName} has; add it, with the role ignored if it is no feature.");
        }

        foreach (var column in schema.Columns)
        {
            if (!table.Columns.Any(each => string.Equals(each.Name, column.Name, StringComparison.Ordinal)))
                throw new UnusableInputException($"{schema.FileName}: column '{column.Name}' is not in {table.FileName}, which has {string.Join(", ", table.Columns.Select(each => each.Name))}; take it out, or name it as the file does.");
        }
    }

    /// <summary>A feature as the schema says it; null where the schema leaves it to be found out.</summary>
    public static InferredColumn? Of(TextTable table, int column, StatedSchema schema, ColumnTexts texts)
    {
        var stated = schema.Find(table.Columns[column].Name);
        return stated?.Type switch
        {
            "number" => Number(table, column, schema, stated, texts),
            "category" => Category(table, column, schema, stated, texts),
            _ => null,
        };
    }

    /// <summary>What a role that is neither feature, label nor time says of a column; null for those.</summary>
    public static string? NoteOf(StatedColumn? column) => column?.Role switch
    {
        StatedRole.Ignored => "by the schema",
        StatedRole.Id or StatedRole.Group or StatedRole.Weight or StatedRole.Sensitive => $"by the schema: {column.Role}; kept there, used by nothing",
        _ => null,
    };

    private static InferredColumn Number(TextTable table, int column, StatedSchema schema, StatedColumn stated, ColumnTexts texts)
    {
        var notation = new NumberNotation(stated.DecimalSign is "," ? ',' : '.', stated.Prefix ?? "", stated.Suffix ?? "");
        var odd = new OddTexts();
        foreach (var (text, row, count) in texts.OddIn(notation))
            odd.Add(text, table.Places[row], count);
        if (odd.Count > Math.Max(1, texts.Present / RowsPerOdd))
        {
            var (text, row, _) = texts.OddIn(notation)[0];
            throw table.Refuse(row, column, $"'{text}' is no number, as {schema.FileName} wants it ({odd.InWords(texts.Present)}); state its notation (decimalSign, prefix, suffix), or \"type\": \"category\".");
        }

        var notes = new[] { "by the schema", notation.InWords, odd.InWords(texts.Present) };
        return new(column, stated.Name, ColumnUse.Numeric, [], texts.Missing + (int)odd.Count, string.Join("; ", notes.Where(note => note.Length > 0))) { Notation = notation };
    }

    private static InferredColumn Category(TextTable table, int column, StatedSchema schema, StatedColumn stated, ColumnTexts texts)
    {
        for (var row = 0; stated.Allowed is not null && row < table.Rows.Count; row++)
        {
            var text = table.Rows[row][column];
            if (!table.Missing.Include(text) && !stated.Allowed.Contains(text, StringComparer.Ordinal))
                throw table.Refuse(row, column, $"'{text}' is none of the values that {schema.FileName} allows ({string.Join(", ", stated.Allowed)}); add it to 'allowed', or correct the file.");
        }

        var categories = stated.Allowed ?? [.. texts.Different.Order(StringComparer.Ordinal)];
        return categories.Count == 0
            ? new(column, stated.Name, ColumnUse.LeftOut, [], texts.Missing, "no value in the warm-up")
            : new(column, stated.Name, ColumnUse.Categorical, categories, texts.Missing, FormattableString.Invariant($"{categories.Count} categories by the schema"));
    }
}
