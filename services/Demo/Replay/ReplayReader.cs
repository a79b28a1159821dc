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
        return Read(CsvTableReader.Read(settings.File), settings);
    }

    public static ReplayWorld Read(CsvTable table, ReplaySettings settings)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(settings);
        var label = table.Require(settings.Label, "--label");
        if (settings.Time is not null)
            table = TimeOrder.Sort(table, table.Require(settings.Time, "--time"));

        var warmup = WarmupOf(table, settings);
        var columns = SchemaInference.Infer(table, settings, warmup);
        var classes = LabelClasses.Infer(table, label, warmup);
        var labels = new byte[table.Rows.Count];
        for (var row = 0; row < labels.Length; row++)
            labels[row] = table.Rows[row][label] == classes.Positive ? (byte)1 : (byte)0;

        // Any later row may lack what the warm-up always had: that is for the fleet to notice, not for the reader to refuse.
        var features = columns.Where(c => c.Use is ColumnUse.Numeric or ColumnUse.Categorical).ToList();
        var schema = new FeatureSchema(
            [.. features.Select(c => new Feature(c.Name, c.Use == ColumnUse.Numeric ? FeatureKind.Numeric : FeatureKind.Categorical, c.Categories, Nullable: true))],
            settings.Label);
        var leaks = LeakCheck.Find(table, columns, labels.AsSpan(0, warmup));
        return new ReplayWorld(table.FileName, schema, Encode(table, features), labels, warmup, settings.Outcomes, columns, classes, leaks)
        {
            EventTimes = settings.Time is null ? null : EventTimes.Of(table, table.Require(settings.Time, "--time")),
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

    private static double[] Encode(CsvTable table, List<InferredColumn> features)
    {
        var values = new double[table.Rows.Count * features.Count];
        for (var f = 0; f < features.Count; f++)
        {
            var column = features[f];
            var codes = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var category in column.Categories)
                codes.Add(category, codes.Count);
            for (var row = 0; row < table.Rows.Count; row++)
            {
                var text = table.Rows[row][column.Index];
                double value;
                if (MissingValue.Is(text))
                    value = double.NaN;
                else if (column.Use == ColumnUse.Categorical)
                    value = codes.TryGetValue(text, out var code) ? code : codes.Count;
                else if (!Number.TryRead(text, out value))
                    throw table.Refuse(row, column.Index, $"'{text}' is no number, as every value in the warm-up is (mend it, or --ignore {column.Name}).");
                values[(row * features.Count) + f] = value;
            }
        }

        return values;
    }
}
