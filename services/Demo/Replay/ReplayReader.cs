using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Turns a file and the options of <c>replay</c> into a stream, or refuses with the place of the trouble.</summary>
public static class ReplayReader
{
    private const int LeastWarmup = 100;
    private const int MostWarmup = 5000;

    public static ReplayWorld Read(ReplaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Read(CsvTableReader.Read(settings.File, settings.Encoding), settings);
    }

    public static ReplayWorld Read(CsvTable table, ReplaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        var label = table.Require(settings.Label, "--label");
        table = table with { Missing = MissingMarkers.Of(settings.Missing) };
        if (settings.Time is not null)
            table = TimeOrder.Sort(table, table.Require(settings.Time, "--time"), settings.TimeFormat);

        var warmup = WarmupOf(table, settings);
        var columns = SchemaInference.Infer(table, settings, warmup);
        var classes = LabelClasses.Infer(table, label, warmup);
        var labels = new byte[table.Rows.Count];
        for (var row = 0; row < labels.Length; row++)
            labels[row] = classes.IsPositive(table.Rows[row][label]) ? (byte)1 : (byte)0;

        // Any later row may lack what the warm-up always had: that is for the fleet to notice, not for the reader to refuse.
        var features = columns.Where(c => c.Use is ColumnUse.Numeric or ColumnUse.Categorical).ToList();
        var schema = new FeatureSchema(
            [.. features.Select(c => new Feature(c.Name, c.Use == ColumnUse.Numeric ? FeatureKind.Numeric : FeatureKind.Categorical, c.Categories, Nullable: true))],
            settings.Label);
        var leaks = LeakCheck.Find(table, columns, labels.AsSpan(0, warmup));
        var (values, odd) = Encode(table, features, warmup);
        return new ReplayWorld(table.FileName, schema, values, labels, warmup, settings.Outcomes, [.. columns.Select(c => WithOdd(table, c, odd))], classes, leaks)
        {
            EventTimes = settings.Time is null ? null : EventTimes.Of(table, table.Require(settings.Time, "--time"), settings.TimeFormat),
        };
    }

    private static int WarmupOf(CsvTable table, ReplaySettings settings)
    {
        var rows = table.Rows.Count;
        var warmup = settings.Warmup ?? Math.Max(LeastWarmup, Math.Min(MostWarmup, rows / 5));
        if (warmup >= rows)
            throw new UnusableInputException($"{table.FileName}: {rows} rows leave none to serve after a warm-up of {warmup} (--warmup).");
        return warmup;
    }

    /// <summary>The values, and for each column the later ones that are no numbers where the warm-up has numbers: they count as missing, and are told.</summary>
    private static (double[] Values, Dictionary<int, List<(string Text, int Row)>> Odd) Encode(CsvTable table, List<InferredColumn> features, int warmup)
    {
        var values = new double[table.Rows.Count * features.Count];
        var odd = new Dictionary<int, List<(string Text, int Row)>>();
        for (var f = 0; f < features.Count; f++)
        {
            var column = features[f];
            var codes = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var category in column.Categories)
                codes.Add(category, codes.Count);
            for (var row = 0; row < table.Rows.Count; row++)
            {
                var text = table.Rows[row][column.Index];
                var value = double.NaN;
                if (column.Use == ColumnUse.Categorical)
                {
                    if (!table.Missing.Include(text))
                        value = codes.TryGetValue(text, out var code) ? code : codes.Count;
                }
                else if (!table.Missing.Include(text) && !column.Notation.TryRead(text, out value))
                {
                    value = double.NaN;
                    if (row >= warmup)
                        (odd.TryGetValue(column.Index, out var texts) ? texts : odd[column.Index] = []).Add((text, row));
                }

                values[(row * features.Count) + f] = value;
            }
        }

        return (values, odd);
    }

    private static InferredColumn WithOdd(CsvTable table, InferredColumn column, Dictionary<int, List<(string Text, int Row)>> odd)
    {
        if (!odd.TryGetValue(column.Index, out var texts))
            return column;
        var note = SchemaInference.OddNote(table, texts, texts.Count, table.Rows.Count);
        return column with { Note = column.Note.Length == 0 ? $"after the warm-up {note}" : $"{column.Note}; after the warm-up {note}" };
    }
}
