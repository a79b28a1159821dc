using System.Globalization;
using System.Text;
using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.Retraining.Card;

/// <summary>Writes the sections of a card, the same words in either format.</summary>
internal static class CardText
{
    public static string Write(CardFormat format, string title, string above, IReadOnlyList<CardSection> sections) =>
        format == CardFormat.Html ? Html(title, above, sections) : Markdown(title, above, sections);

    /// <summary>A sentence with numbers in it, written without regard to any country's habits.</summary>
    public static string Words(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>A share as in 0.812, with the interval that chance leaves it.</summary>
    public static string Share(int hits, int rows)
    {
        if (rows == 0) return "–";
        var (lower, upper) = Learning.Evaluation.WilsonInterval.Of(hits, rows);
        return Words($"{(double)hits / rows:0.000} ({lower:0.000} to {upper:0.000})");
    }

    private static string Html(string title, string above, IReadOnlyList<CardSection> sections) =>
        HtmlPage.Of(title, ServiceDefaults.Pages.Html.Of($"{above}"), ServiceDefaults.Pages.Html.Join(sections.Select(Html)));

    private static Html Html(CardSection section) => ServiceDefaults.Pages.Html.Of($"""
        <h2>{section.Title}</h2>
        {ServiceDefaults.Pages.Html.Join(section.Sentences.Select(sentence => ServiceDefaults.Pages.Html.Of($"<p>{sentence}</p>\n")))}{ServiceDefaults.Pages.Html.Join(section.Tables.Select(table => ServiceDefaults.Pages.Html.Table(table.Heads, table.Rows.Select(row => row.Select(cell => ServiceDefaults.Pages.Html.Of($"{cell}")).ToList()))))}

        """);

    private static string Markdown(string title, string above, IReadOnlyList<CardSection> sections)
    {
        var text = new StringBuilder().Append("# ").Append(Escaped(title)).Append("\n\n").Append(Escaped(above)).Append('\n');
        foreach (var section in sections)
        {
            text.Append("\n## ").Append(Escaped(section.Title)).Append('\n');
            foreach (var sentence in section.Sentences) text.Append('\n').Append(Escaped(sentence)).Append('\n');
            foreach (var table in section.Tables)
            {
                text.Append('\n').Append(Line(table.Heads.Select(head => head.TrimStart('>'))));
                text.Append(Line(table.Heads.Select(head => head.StartsWith('>') ? "---:" : "---"), asItStands: true));
                foreach (var row in table.Rows) text.Append(Line(row));
            }
        }

        return text.ToString();
    }

    private static string Line(IEnumerable<string> cells, bool asItStands = false) => $"| {string.Join(" | ", cells.Select(cell => asItStands ? cell : Escaped(cell)))} |\n";

    // Names of features and categories come from data: none may become markup, or end a line.
    private static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsControl(c)) escaped.Append(' ');
            else if (c is '\\' or '`' or '*' or '_' or '|' or '<' or '>' or '[' or ']' or '#' or '&' or '~') escaped.Append('\\').Append(c);
            else escaped.Append(c);
        }

        return escaped.ToString();
    }
}
