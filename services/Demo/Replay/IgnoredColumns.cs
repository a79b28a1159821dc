namespace MonitoringDemo.Demo.Replay;

/// <summary>Which columns <c>--ignore</c> names: each use of it one column, or several with commas between; a name that holds a comma alone or in quotes.</summary>
internal static class IgnoredColumns
{
    public static HashSet<int> Of(TextTable table, IReadOnlyList<string> named)
    {
        var columns = new HashSet<int>();
        foreach (var text in named)
        {
            // A column of exactly that name is meant, whatever its name holds.
            if (table.Columns.Any(column => string.Equals(column.Name, text, StringComparison.Ordinal)))
                columns.Add(table.Require(text, "--ignore"));
            else
                columns.UnionWith(Split(text).Select(name => table.Require(name, "--ignore")));
        }

        return columns;
    }

    private static IEnumerable<string> Split(string text)
    {
        var (from, quoted) = (0, false);
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] == '"')
                quoted = !quoted;
            if (i < text.Length && (quoted || text[i] != ','))
                continue;
            var name = text[from..i].Trim();
            if (name is ['"', .., '"'])
                name = name[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal);
            if (name.Length > 0)
                yield return name;
            from = i + 1;
        }
    }
}
