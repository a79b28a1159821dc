using MonitoringDemo.Learning.Tasks;
using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Looks through all rows for classes that the warm-up does not have.</summary>
internal static class SecondClass
{
    /// <summary>The different texts of the label in all rows, one more than a label can have at most.</summary>
    public static IEnumerable<string> AllOf(ITableSource source, TextTable warmup, int label)
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        using var reader = source.Open();
        var block = new TableBlock();
        while (texts.Count <= ClassAnswer.MostClasses && reader.TryRead(block))
        {
            for (var row = 0; row < block.Count; row++)
            {
                var text = block.Columns[label].InWords(row);
                if (!warmup.Missing.Include(text))
                    texts.Add(text);
            }
        }

        return texts;
    }

    /// <returns>Null when there is none.</returns>
    public static string? Of(ITableSource source, TextTable warmup, int label)
    {
        var first = warmup.Rows[0][label];
        using var reader = source.Open();
        var block = new TableBlock();
        while (reader.TryRead(block))
        {
            for (var row = 0; row < block.Count; row++)
            {
                var text = block.Columns[label].InWords(row);
                if (!warmup.Missing.Include(text) && !LabelClasses.Same(first, text))
                    return text;
            }
        }

        return null;
    }
}
