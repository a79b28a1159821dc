namespace MonitoringDemo.Demo.Replay;

/// <summary>Which text of the label column is class 0 and which is class 1.</summary>
/// <param name="Negative">Class 0.</param>
/// <param name="Positive">Class 1.</param>
public sealed record LabelClasses(string Negative, string Positive)
{
    private static readonly string[] WellKnownPositives = ["1", "true", "yes", "y", "t", "positive"];

    /// <summary>
    /// A well-known positive is class 1 (1, true, yes, y, t, positive); otherwise the greater number; otherwise the later text.
    /// </summary>
    /// <param name="table">Rows.</param>
    /// <param name="column">The label.</param>
    /// <param name="warmup">How many rows are the warm-up.</param>
    /// <param name="elsewhere">Finds a second class in rows that the table does not hold; null when there are none.</param>
    public static LabelClasses Infer(TextTable table, int column, int warmup, Func<string?>? elsewhere = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var classes = new List<string>(2);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var text = table.Rows[row][column];
            if (table.Missing.Include(text))
                throw table.Refuse(row, column, "the label is missing.");
            if (classes.Exists(known => Same(known, text)))
                continue;
            if (classes.Count == 2)
                throw table.Refuse(row, column, $"a third class '{text}' beside '{classes[0]}' and '{classes[1]}'; a label has two.");
            classes.Add(text);
        }

        if (classes.Count < 2 && elsewhere?.Invoke() is { } other)
            classes.Add(other);
        var inWarmup = table.Rows.Take(warmup).All(row => Same(row[column], table.Rows[0][column])) ? 1 : 2;
        if (classes.Count < 2 || inWarmup < 2)
        {
            throw new UnusableInputException(
                $"{table.FileName}, from {table.Places[0].InWords} on, column '{table.Columns[column].Name}': "
                + (classes.Count < 2
                    ? $"only one class, '{classes[0]}'; a label has two."
                    : $"only the class '{table.Rows[0][column]}' in the first {warmup} rows; a longer --warmup may hold both."));
        }

        return IsGreater(classes[0], classes[1]) ? new LabelClasses(classes[1], classes[0]) : new LabelClasses(classes[0], classes[1]);
    }

    /// <summary>Whether a text of the column is class 1; numbers are one class by their value, however they are written.</summary>
    public bool IsPositive(string text) => Same(text, Positive);

    /// <summary>The same classes, with the positive one as a schema says.</summary>
    /// <exception cref="UnusableInputException">It is neither of them.</exception>
    public LabelClasses WithPositive(string? positive, string where) => positive is null || Same(positive, Positive) ? this
        : Same(positive, Negative) ? new LabelClasses(Positive, Negative)
        : throw new UnusableInputException($"{where}: the positive class '{positive}' is neither '{Negative}' nor '{Positive}', which the file has.");

    /// <summary>Whether a text is one of the two classes.</summary>
    public bool Includes(string text) => Same(text, Positive) || Same(text, Negative);

    /// <summary>The class that is written exactly so; null when none is.</summary>
    internal string? Known(ReadOnlySpan<char> text) => text.SequenceEqual(Positive) ? Positive : text.SequenceEqual(Negative) ? Negative : null;

    /// <summary>Whether two texts are one class.</summary>
    internal static bool Same(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal) || (Number.TryRead(one, out var a) && Number.TryRead(other, out var b) && a == b);

    private static bool IsGreater(string one, string other)
    {
        var (known, otherKnown) = (IsWellKnown(one), IsWellKnown(other));
        if (known != otherKnown)
            return known;
        if (Number.TryRead(one, out var a) && Number.TryRead(other, out var b) && a != b)
            return a > b;
        return string.CompareOrdinal(one, other) > 0;
    }

    private static bool IsWellKnown(string text) => WellKnownPositives.Contains(text, StringComparer.OrdinalIgnoreCase) || (Number.TryRead(text, out var number) && number == 1);
}
