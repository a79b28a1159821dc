using System.Text;
using System.Text.RegularExpressions;

namespace MonitoringDemo.Demo.Slides;

/// <summary>Reads a deck: Markdown in which a line of three dashes parts slides, and a comment holds what the speaker says.</summary>
internal static partial class SlideDeck
{
    /// <exception cref="UnusableInputException">It is no deck; the message names line and mend.</exception>
    public static IReadOnlyList<Slide> Read(string name, string text)
    {
        var slides = new List<Slide>();
        var (lines, began, inCode) = (new StringBuilder(), 1, false);
        var number = 0;
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.StartsWith("```", StringComparison.Ordinal))
                inCode = !inCode;
            if (inCode || line.TrimEnd() != "---")
            {
                lines.Append(line).Append('\n');
                continue;
            }

            slides.Add(SlideOf(name, began, lines.ToString()));
            lines.Clear();
            began = number + 1;
        }

        slides.Add(SlideOf(name, began, lines.ToString()));
        return slides;
    }

    private static Slide SlideOf(string name, int line, string text)
    {
        var notes = string.Join("\n\n", Comment().Matches(text).Select(match => match.Groups["said"].Value.Trim()));
        var shown = Comment().Replace(text, "").Trim();
        if (shown.Length == 0)
            throw new UnusableInputException($"{name}, line {line}: an empty slide; take out a line of dashes, or write something.");
        if (!shown.StartsWith("# ", StringComparison.Ordinal) && !shown.StartsWith("## ", StringComparison.Ordinal))
            throw new UnusableInputException($"{name}, line {line}: the slide begins without a heading (# or ##); without one nobody can find it by ear.");
        return new Slide(line, shown, notes);
    }

    [GeneratedRegex("<!--(?<said>.*?)-->", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
