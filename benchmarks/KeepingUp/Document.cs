using MonitoringDemo.KeepingUp.Runs;

namespace MonitoringDemo.KeepingUp;

/// <summary>The page that shows the table.</summary>
internal static class Document
{
    private const string Begin = "<!-- keeping-up: begin -->";
    private const string End = "<!-- keeping-up: end -->";

    /// <summary>Puts the table, and the command that made it, between the markers.</summary>
    public static void Write(string table, IReadOnlyList<string> arguments, TextWriter output)
    {
        var path = RepositoryRoot.Page("keeping-up.md");
        var page = File.ReadAllText(path);
        var (from, to) = (page.IndexOf(Begin, StringComparison.Ordinal), page.IndexOf(End, StringComparison.Ordinal));
        if (from < 0 || to < from) throw new UnusableInputException($"--write: {path} lacks the lines '{Begin}' and '{End}'.");

        // Folders differ from machine to machine and change nothing.
        var told = arguments.Select((argument, i) => i > 0 && arguments[i - 1] == "--data" ? "<folder with the data sets>" : argument);
        var command = $"```\ndotnet run -c Release --project benchmarks/KeepingUp -- {string.Join(' ', told)}\n```\n";
        File.WriteAllText(path, $"{page[..(from + Begin.Length)]}\n{command}\n{table.Trim('\n')}\n{page[to..]}");
        output.WriteLine("Written into docs/keeping-up.md.");
    }
}
