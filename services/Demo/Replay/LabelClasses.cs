using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Which text of the label column is which class.</summary>
/// <param name="Negative">Class 0.</param>
/// <param name="Positive">Class 1.</param>
public sealed record LabelClasses(string Negative, string Positive)
{
    private static readonly string[] WellKnownPositives = ["1", "true", "yes", "y", "t", "positive"];

    /// <summary>All classes in the order of their labels where there are more than two; otherwise empty.</summary>
    public IReadOnlyList<string> Many { get; private init; } = [];

    /// <summary>The task that a label of these classes makes; null for two.</summary>
    public ITask? Task => Many.Count == 0 ? null : new MulticlassClassification(Many);

    /// <summary>For people: which text is which label.</summary>
    public string InWords => Many.Count == 0 ? $"1 = '{Positive}', 0 = '{Negative}'" : $"{Many.Count} classes: {string.Join(", ", Many.Select(name => $"'{name}'"))}";

    /// <summary>
    /// Of two a well-known positive is class 1 (1, true, yes, y, t, positive); otherwise the greater number; otherwise the later text. More than two
    /// stand in the order of their numbers, or of their texts.
    /// </summary>
    /// <param name="table">Rows.</param>
    /// <param name="column">The label.</param>
    /// <param name="warmup">How many rows are the warm-up.</param>
    /// <param name="elsewhere">Finds a second class in rows that the table does not hold; null when there are none.</param>
    /// <param name="others">The texts in all rows, which are asked for where the table has more than two classes.</param>
    public static LabelClasses Infer(TextTable table, int column, int warmup, Func<string?>? elsewhere = null, Func<IEnumerable<string>>? others = null)
    {
        ArgumentNullException.ThrowIfNull(table);
        var classes = new List<string>(2);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var text = table.Rows[row][column];
            if (table.Missing.Include(text))
                throw table.Refuse(row, column, "the label is missing.");
            if (!seen.Add(text) || classes.Exists(known => Same(known, text)))
                continue;
            if (classes.Count == ClassAnswer.MostClasses)
                throw table.Refuse(row, column, $"'{text}' is one class more than {ClassAnswer.MostClasses}, the most that a label can have; a number of many values cannot be predicted.");
            classes.Add(text);
        }

        if (classes.Count > 2)
            return OfMany(table, column, classes, others?.Invoke() ?? []);
        if (classes.Count < 2 && elsewhere?.Invoke() is { } other)
            classes.Add(other);
        var inWarmup = table.Rows.Take(warmup).All(row => Same(row[column], table.Rows[0][column])) ? 1 : 2;
        if (classes.Count < 2 || inWarmup < 2)
        {
            throw new UnusableInputException(
                $"{table.FileName}, from {table.Places[0].InWords} on, column '{table.Columns[column].Name}': "
                + (classes.Count < 2
                    ? $"only one class, '{classes[0]}'; a label has two or more."
                    : $"only the class '{table.Rows[0][column]}' in the first {warmup} rows; a longer --warmup may hold both."));
        }

        return IsGreater(classes[0], classes[1]) ? new LabelClasses(classes[1], classes[0]) : new LabelClasses(classes[0], classes[1]);
    }

    /// <summary>The label of a text of the column; -1 when it is none of the classes.</summary>
    public int LabelOf(string text)
    {
        if (Many.Count == 0)
            return IsPositive(text) ? 1 : Same(text, Negative) ? 0 : -1;
        for (var k = 0; k < Many.Count; k++)
        {
            if (string.Equals(Many[k], text, StringComparison.Ordinal))
                return k;
        }

        return Many.ToList().FindIndex(name => Same(name, text));
    }

    /// <summary>Whether a text of the column is class 1; numbers are one class by their value, however they are written.</summary>
    public bool IsPositive(string text) => Same(text, Positive);

    /// <summary>The same classes, with the positive one as a schema says.</summary>
    /// <exception cref="UnusableInputException">It is neither of them.</exception>
    public LabelClasses WithPositive(string? positive, string where) => positive is null || (Many.Count == 0 && Same(positive, Positive)) ? this
        : Many.Count > 0 ? throw new UnusableInputException($"{where}: a positive class, '{positive}', is for a label of two classes, and the file has {Many.Count}.")
        : Same(positive, Negative) ? new LabelClasses(Positive, Negative)
        : throw new UnusableInputException($"{where}: the positive class '{positive}' is neither '{Negative}' nor '{Positive}', which the file has.");

    /// <summary>The class that is written exactly so; null when none is.</summary>
    internal string? Known(ReadOnlySpan<char> text)
    {
        foreach (var name in Many)
        {
            if (text.SequenceEqual(name))
                return name;
        }

        return Many.Count > 0 ? null : text.SequenceEqual(Positive) ? Positive : text.SequenceEqual(Negative) ? Negative : null;
    }

    /// <summary>Whether two texts are one class.</summary>
    internal static bool Same(string one, string other) =>
        string.Equals(one, other, StringComparison.Ordinal) || (Number.TryRead(one, out var a) && Number.TryRead(other, out var b) && a == b);

    private static LabelClasses OfMany(TextTable table, int column, List<string> classes, IEnumerable<string> others)
    {
        foreach (var text in others)
        {
            if (classes.Exists(known => Same(known, text)))
                continue;
            classes.Add(text);
            if (classes.Count > ClassAnswer.MostClasses)
            {
                throw new UnusableInputException(
                    $"{table.FileName}, column '{table.Columns[column].Name}': more than {ClassAnswer.MostClasses} classes, the most that a label can have; a number of many values cannot be predicted.");
            }
        }

        string[] sorted = classes.TrueForAll(text => Number.TryRead(text, out _))
            ? [.. classes.OrderBy(text => Number.TryRead(text, out var number) ? number : 0)]
            : [.. classes.Order(StringComparer.Ordinal)];
        return new LabelClasses(sorted[0], sorted[1]) { Many = sorted };
    }

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
