using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay.Check;

/// <summary>Reads a table once from end to end and says what is in it. The first rows say what the columns are.</summary>
internal static class TableCheck
{
    private const int HeadRows = 5_000;

    /// <param name="source">The table.</param>
    /// <param name="settings">What the command says; its label may be empty.</param>
    public static CheckedTable Of(ITableSource source, ReplaySettings settings)
    {
        var head = Head(source, settings);
        var guess = new ColumnGuess(head, settings);
        var counts = head.Columns.Select(_ => new ColumnCount(head.Missing)).ToArray();
        var compared = Enumerable.Range(0, head.Columns.Count).Where(column => column != guess.Time && !guess.IsLikelyId(column)).ToList();
        var (repeated, rows, block) = (new CopiedRows(compared), 0L, new TableBlock());
        var order = guess.Time < 0 || guess.Reading is null ? null : new OrderOfTimes(head.Columns[guess.Time].Name, guess.Time, guess.Reading);
        using var reader = source.Open();
        for (; reader.TryRead(block); rows += block.Count)
        {
            for (var row = 0; row < block.Count; row++)
            {
                for (var column = 0; column < counts.Length; column++)
                    counts[column].Add(block.Columns[column], row);
                repeated.Add(block, row);
                order?.Add(block, row);
            }
        }

        var label = guess.Label(counts);
        var leaks = label < 0 ? [] : guess.Leaks(label);
        var columns = head.Columns.Select((column, i) => new CheckedColumn(column.Name, guess.Word(i), counts[i].Missing, counts[i].Different, Notes(guess, i, counts[i], rows))).ToList();
        return new CheckedTable(
            source.Name,
            rows,
            columns,
            label < 0 ? null : head.Columns[label].Name,
            label < 0 ? new Dictionary<string, long>() : counts[label].Classes,
            label < 0 ? 0 : counts[label].Missing,
            leaks,
            repeated.Count,
            repeated.IsExact,
            guess.Copies(),
            order?.Result(),
            SuggestedCommand.Of(settings, head, guess, label, leaks, counts));
    }

    private static TextTable Head(ITableSource source, ReplaySettings settings)
    {
        using var reader = source.Open();
        var (earliest, block, rows) = (new EarliestRows(HeadRows), new TableBlock(), 0L);
        for (; rows < HeadRows && reader.TryRead(block); rows += block.Count)
        {
            for (var row = 0; row < block.Count; row++)
                earliest.Offer(block, row, 0, rows + row);
        }

        return rows == 0
            ? throw new UnusableInputException($"{source.Name}: no rows.")
            : earliest.ToTable(source.Name, reader.Columns, HeadRows) with { Missing = MissingMarkers.Of(settings.Missing) };
    }

    private static List<string> Notes(ColumnGuess guess, int column, ColumnCount count, long rows)
    {
        var notes = new List<string>();
        if (count.Present == 0)
            notes.Add("never a value");
        else if (count.Different == 1)
            notes.Add("constant");
        else if (count.AllDifferent && rows > 2 && guess.IsLikelyId(column))
            notes.Add("likely an id: no value comes twice");
        if (guess.Note(column) is { Length: > 0 } note)
            notes.Add(note);
        return notes;
    }
}
