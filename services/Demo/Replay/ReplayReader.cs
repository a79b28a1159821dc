using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Tables;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Demo.Replay;

/// <summary>
/// Turns files and the options of <c>replay</c> into a stream, or refuses with the place of the trouble. The head says what the columns are; then the
/// rows are read once more and kept as numbers in a temporary file, so that memory does not grow with them.
/// </summary>
public static class ReplayReader
{
    public static ReplayWorld Read(ReplaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Read(new TableFiles(settings.Files, settings.Text), settings);
    }

    public static ReplayWorld Read(ITableSource source, ReplaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(settings);
        var head = ReplayHead.Read(source, settings);
        var columns = SchemaInference.Infer(head.Table, settings, head.Table.Rows.Count);
        var classes = LabelClasses.Infer(head.Table, LabelOf(columns), head.Table.Rows.Count, () => SecondClass.Of(source, head.Table, LabelOf(columns)), () => SecondClass.AllOf(source, head.Table, LabelOf(columns)));
        classes = classes.WithPositive(settings.Schema?.Label.Positive, settings.Schema?.FileName ?? "");
        if (classes.Many.Count > 0 && settings.Outcomes is ClassDelay or LossyDelay { Others: ClassDelay })
            throw new UnusableInputException($"--delay by class is for a label of two classes; '{settings.Label}' has {classes.Many.Count}.");
        var read = Encode(source, head, columns, classes);
        if (read.NoRowNumbers.Count > 0)
        {
            // What counted the rows of the warm-up does not count all of them: it is a column like others.
            read.Rows.Dispose();
            columns = SchemaInference.Infer(head.Table, settings, head.Table.Rows.Count, read.NoRowNumbers);
            read = Encode(source, head, columns, classes);
        }

        var labels = head.Table.Rows.Select(row => (byte)classes.LabelOf(row[LabelOf(columns)])).ToArray();
        return new ReplayWorld(
            source.Name,
            SchemaOf(columns, settings.Label, classes),
            read.Rows,
            head.Table.Rows.Count,
            settings.Outcomes,
            WithOdd(columns, read.Encoder, read.Rows.Rows),
            classes,
            LeakCheck.Find(head.Table, columns, labels))
        {
            HasTimes = head.Time is not null && read.Encoder.HasTimes,
        };
    }

    private static int LabelOf(IReadOnlyList<InferredColumn> columns) => columns.First(column => column.Use == ColumnUse.Label).Index;

    // Any later row may lack what the warm-up always had: that is for the fleet to notice, not for the reader to refuse.
    private static FeatureSchema SchemaOf(IReadOnlyList<InferredColumn> columns, string label, LabelClasses classes) => new(
        [.. columns.Where(c => c.Use is ColumnUse.Numeric or ColumnUse.Categorical)
            .Select(c => new Feature(c.Name, c.Use == ColumnUse.Numeric ? FeatureKind.Numeric : FeatureKind.Categorical, c.Categories, Nullable: true))],
        label,
        classes.Task);

    private static (RowFile Rows, RowEncoder Encoder, HashSet<int> NoRowNumbers) Encode(
        ITableSource source, ReplayHead head, IReadOnlyList<InferredColumn> columns, LabelClasses classes)
    {
        var encoder = new RowEncoder(head, columns, classes);
        var counting = columns.Where(column => column.CountsRows).ToDictionary(column => column.Index, _ => new RowNumbers());
        using var reader = source.Open();
        using var rows = new RowFileWriter(encoder.Width);
        var (block, position) = (new TableBlock(), 0L);
        while (reader.TryRead(block))
        {
            encoder.Encode(block, position, rows);
            foreach (var (column, numbers) in counting)
            {
                for (var row = 0; row < block.Count; row++)
                    numbers.Add(block.Columns[column], row);
            }

            position += block.Count;
        }

        return (rows.Finish(), encoder, [.. counting.Where(each => !each.Value.Counts).Select(each => each.Key)]);
    }

    private static List<InferredColumn> WithOdd(IReadOnlyList<InferredColumn> columns, RowEncoder encoder, long rows)
    {
        var notes = new Queue<string>(encoder.Odd.Select(odd => odd.InWords(rows)));
        return [.. columns.Select(column => column.Use is not (ColumnUse.Numeric or ColumnUse.Categorical) || notes.Dequeue() is not { Length: > 0 } note ? column
            : column with { Note = column.Note.Length == 0 ? $"after the warm-up {note}" : $"{column.Note}; after the warm-up {note}" })];
    }
}
