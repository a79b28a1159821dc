namespace MonitoringDemo.DetectionQuality;

/// <summary>The page that shows the results: each command owns what stands between its markers.</summary>
internal static class Document
{
    private const string Page = "docs/drift.md";

    /// <summary>Writes the text to the output, and into the page when asked to.</summary>
    public static void Publish(string section, string text, bool intoThePage, TextWriter output)
    {
        output.Write(text);
        if (!intoThePage) return;

        var path = Find();
        File.WriteAllText(path, Replace(File.ReadAllText(path), section, text));
        output.WriteLine($"{Environment.NewLine}Written into {Page}.");
    }

    /// <summary>Puts the text between a section's markers.</summary>
    public static string Replace(string page, string section, string text)
    {
        var (begin, end) = ($"<!-- {section}: begin -->", $"<!-- {section}: end -->");
        var (from, to) = (page.IndexOf(begin, StringComparison.Ordinal), page.IndexOf(end, StringComparison.Ordinal));
        return from < 0 || to < from
            ? throw new UnusableInputException($"--write: {Page} lacks the lines '{begin}' and '{end}'.")
            : $"{page[..(from + begin.Length)]}\n{text.ReplaceLineEndings("\n").Trim('\n')}\n{page[to..]}";
    }

    private static string Find()
    {
        for (var folder = new DirectoryInfo(Environment.CurrentDirectory); folder is not null; folder = folder.Parent)
        {
            var path = Path.Combine(folder.FullName, Page);
            if (File.Exists(path)) return path;
        }

        throw new UnusableInputException($"--write: there is no {Page} at or above {Environment.CurrentDirectory}.");
    }
}
