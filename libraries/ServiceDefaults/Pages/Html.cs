namespace MonitoringDemo.ServiceDefaults.Pages;

/// <summary>A piece of HTML. What is put into it is encoded, save other pieces.</summary>
/// <param name="Text">The markup.</param>
/// <example><code>Html.Of($"&lt;p&gt;{name} has {rows:N0} rows&lt;/p&gt;")</code></example>
public readonly record struct Html(string Text)
{
    /// <summary>Nothing.</summary>
    public static Html None { get; } = new("");

    /// <summary>Literal text as it stands, values encoded and written without regard to any country's habits.</summary>
    public static Html Of(HtmlText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Html(text.ToString());
    }

    /// <summary>One after the other.</summary>
    public static Html Join(IEnumerable<Html> pieces) => new(string.Concat(pieces.Select(piece => piece.Text)));

    /// <summary>A table that scrolls within itself where it is wider than the page.</summary>
    /// <param name="heads">The columns; one that begins with <c>&gt;</c> holds numbers and is set to the right.</param>
    /// <param name="rows">A cell for each column.</param>
    public static Html Table(IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<Html>> rows)
    {
        ArgumentNullException.ThrowIfNull(heads);
        string Class(int column) => heads[column].StartsWith('>') ? "number" : "words";
        var head = Join(heads.Select((name, i) => Of($"<th scope=\"col\" class=\"{Class(i)}\">{name.TrimStart('>')}</th>")));
        var body = Join(rows.Select(row => Of($"<tr>{Join(row.Select((cell, i) => Of($"<td class=\"{Class(i)}\">{cell}</td>")))}</tr>\n")));
        return Of($"<div class=\"wide\" tabindex=\"0\"><table><thead><tr>{head}</tr></thead><tbody>\n{body}</tbody></table></div>\n");
    }

    /// <summary>Large figures beside each other, each with what it is.</summary>
    public static Html Figures(IEnumerable<(string Name, string Value, string Note)> figures) =>
        Of($"<dl class=\"figures\">{Join(figures.Select(figure => Of($"<div><dt>{figure.Name}</dt><dd><strong>{figure.Value}</strong> {figure.Note}</dd></div>")))}</dl>\n");

    /// <summary>The markup.</summary>
    public override string ToString() => Text;
}
