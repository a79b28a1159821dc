namespace MonitoringDemo.KeepingUp.Tables;

/// <summary>Cells as text: the first column to the left, the others to the right.</summary>
internal static class TextTable
{
    public static string Plain(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> lines)
    {
        var widths = header.Select((name, i) => lines.Append(header).Max(line => line[i].Length)).ToList();
        return string.Concat(lines.Prepend(header).Select(line =>
            string.Join("  ", line.Select((cell, i) => i == 0 ? cell.PadRight(widths[i]) : cell.PadLeft(widths[i]))).TrimEnd() + "\n"));
    }

    public static string Markdown(IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> lines)
    {
        var rule = header.Select((_, i) => i == 0 ? "---" : "---:").ToList();
        return string.Concat(new[] { header, rule }.Concat(lines).Select(line => $"| {string.Join(" | ", line)} |\n"));
    }
}
