using MonitoringDemo.Tables;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Looks through all rows for a class that the warm-up does not have.</summary>
internal static class SecondClass
{
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
