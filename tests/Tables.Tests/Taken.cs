namespace MonitoringDemo.Tables.Tests;

/// <summary>A whole table as text.</summary>
internal sealed record Taken(IReadOnlyList<TableColumn> Columns, IReadOnlyList<string[]> Rows, IReadOnlyList<RowPlace> Places, IReadOnlyList<CellKind[]> Kinds)
{
    public IEnumerable<string> Names => Columns.Select(column => column.Name);

    public static Taken Of(ITableSource source)
    {
        using var reader = source.Open();
        var (rows, places, kinds, block) = (new List<string[]>(), new List<RowPlace>(), new List<CellKind[]>(), new TableBlock());
        while (reader.TryRead(block))
        {
            for (var row = 0; row < block.Count; row++)
            {
                rows.Add([.. block.Columns.Select(column => column.InWords(row))]);
                kinds.Add([.. block.Columns.Select(column => column.Kind(row))]);
                places.Add(block.Place(row));
            }
        }

        return new Taken(reader.Columns, rows, places, kinds);
    }

    public static string Refusal(ITableSource source) => Should.Throw<UnusableTableException>(() => Of(source)).Message;
}
