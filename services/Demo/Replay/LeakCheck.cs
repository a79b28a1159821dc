namespace MonitoringDemo.Demo.Replay;

/// <summary>
/// Names the features that alone predict the label of every warm-up row: what is known only after the outcome often looks
/// like that. A numeric column by one cut, any column by values that come back, or by being there at all.
/// </summary>
public static class LeakCheck
{
    // Values that hardly come back predict anything: each value of one class has to come this often to mean something.
    private const int RowsPerValue = 5;

    public static IReadOnlyList<string> Find(TextTable table, IReadOnlyList<InferredColumn> columns, ReadOnlySpan<byte> labels)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        var ofMany = labels.IndexOfAnyExceptInRange((byte)0, (byte)1) >= 0;
        var leaks = new List<string>();
        foreach (var column in columns)
        {
            if (column.Use is ColumnUse.Numeric or ColumnUse.Categorical or ColumnUse.LeftOut && (ofMany ? PredictsClasses(table, column, labels) : Predicts(table, column, labels)))
                leaks.Add(column.Name);
        }

        return leaks;
    }

    private static bool Predicts(TextTable table, InferredColumn column, ReadOnlySpan<byte> labels)
    {
        var groups = new Dictionary<string, (byte Label, int Rows)>(StringComparer.Ordinal);
        var (missingClasses, presentClasses) = (0, 0);
        var (pure, numeric) = (true, true);
        double[] lowest = [double.PositiveInfinity, double.PositiveInfinity];
        double[] highest = [double.NegativeInfinity, double.NegativeInfinity];
        for (var row = 0; row < labels.Length; row++)
        {
            var (text, label) = (table.Rows[row][column.Index], labels[row]);
            if (table.Missing.Include(text))
            {
                missingClasses |= 1 << label;
                continue;
            }

            presentClasses |= 1 << label;
            var group = groups.GetValueOrDefault(text, (Label: label, Rows: 0));
            pure &= group.Label == label;
            groups[text] = (group.Label, group.Rows + 1);
            if (column.Notation.TryRead(text, out var value))
                (lowest[label], highest[label]) = (Math.Min(lowest[label], value), Math.Max(highest[label], value));
            else
                numeric = false;
        }

        const int Both = 3;
        if (missingClasses == Both || presentClasses == 0)
            return false;
        if (presentClasses != Both)
            return (missingClasses | presentClasses) == Both;
        var oneCut = numeric && (highest[0] < lowest[1] || highest[1] < lowest[0]);
        return oneCut || (pure && (ComeBack(groups.Values, 0) || ComeBack(groups.Values, 1)));
    }

    // More than two classes: by values that come back, or by a range of numbers for each.
    private static bool PredictsClasses(TextTable table, InferredColumn column, ReadOnlySpan<byte> labels)
    {
        var groups = new Dictionary<string, (byte Label, int Rows)>(StringComparer.Ordinal);
        var ranges = new SortedDictionary<byte, (double Lowest, double Highest)>();
        var (pure, numeric) = (true, true);
        for (var row = 0; row < labels.Length; row++)
        {
            var (text, label) = (table.Rows[row][column.Index], labels[row]);
            if (table.Missing.Include(text))
                continue;
            var group = groups.GetValueOrDefault(text, (Label: label, Rows: 0));
            pure &= group.Label == label;
            groups[text] = (group.Label, group.Rows + 1);
            numeric &= column.Notation.TryRead(text, out var value);
            var range = ranges.GetValueOrDefault(label, (Lowest: double.PositiveInfinity, Highest: double.NegativeInfinity));
            ranges[label] = (Math.Min(range.Lowest, value), Math.Max(range.Highest, value));
        }

        if (!pure || ranges.Count < 2)
            return false;
        var inOrder = ranges.Values.OrderBy(range => range.Lowest).ToList();
        var apart = numeric && inOrder.Zip(inOrder.Skip(1)).All(pair => pair.First.Highest < pair.Second.Lowest);
        return apart || groups.Values.All(group => group.Rows >= RowsPerValue);
    }

    private static bool ComeBack(IEnumerable<(byte Label, int Rows)> groups, byte label) =>
        groups.All(group => group.Label != label || group.Rows >= RowsPerValue);
}
