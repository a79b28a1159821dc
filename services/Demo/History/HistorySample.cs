namespace MonitoringDemo.Demo.History;

/// <summary>One line of a metrics page.</summary>
/// <param name="Name">With its suffix, as it stands.</param>
/// <param name="Labels">What stands between the braces; empty for none.</param>
/// <param name="Value">The value.</param>
internal readonly record struct HistorySample(string Name, string Labels, double Value)
{
    /// <summary>Null for what is no sample: comments, empty lines. An exemplar is left out, for its trace is gone.</summary>
    /// <exception cref="FormatException">A line that is no line of such a page.</exception>
    public static HistorySample? Read(string line)
    {
        if (line.Length == 0 || line[0] == '#') return null;
        var brace = line.IndexOf('{', StringComparison.Ordinal);
        var (name, labels, rest) = brace >= 0 && brace < line.IndexOf(' ', StringComparison.Ordinal) && EndOf(line, brace) is var end
            ? (line[..brace], line[(brace + 1)..end], line[(end + 1)..])
            : (line.Split(' ')[0], "", line[line.IndexOf(' ', StringComparison.Ordinal)..]);
        return new HistorySample(name, labels, Number(rest.Trim().Split(' ')[0]));
    }

    /// <summary>The labels without that of a bucket: what belongs together.</summary>
    public string Metric => string.Join(',', Labels.Split(',').Where(label => !label.StartsWith("le=", StringComparison.Ordinal)));

    // A label's value may hold a brace.
    private static int EndOf(string line, int brace)
    {
        var quoted = false;
        for (var i = brace; i < line.Length; i++)
        {
            if (line[i] == '\\') i++;
            else if (line[i] == '"') quoted = !quoted;
            else if (line[i] == '}' && !quoted) return i;
        }

        throw new FormatException($"'{line}' is no line of a metrics page.");
    }

    private static double Number(string text) => text switch
    {
        "+Inf" => double.PositiveInfinity,
        "-Inf" => double.NegativeInfinity,
        _ => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
    };
}
