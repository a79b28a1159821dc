using System.Text.RegularExpressions;

namespace MonitoringDemo.Dashboards.Tests.Lint;

/// <summary>Finds the metrics in a query. It reads names and brackets, and leaves what is right PromQL to Prometheus.</summary>
internal static partial class PromQl
{
    private static readonly string[] _withLabels = ["by", "without", "on", "ignoring", "group_left", "group_right"];
    private static readonly string[] _words = ["and", "or", "unless", "bool", "offset"];

    public static IReadOnlyList<Selector> Selectors(string query)
    {
        var (found, inside) = (new List<Selector>(), new List<string>());
        string? function = null;
        for (var at = 0; at < query.Length;)
        {
            if (Name().Match(query, at) is { Success: true } name && name.Index == at)
            {
                at += name.Length;
                if (_withLabels.Contains(name.Value)) at = AfterList(query, at);
                else if (_words.Contains(name.Value)) function = null;
                else if (IsFunction(query, at)) function = name.Value;
                else
                {
                    at = AfterMatchers(query, at);
                    var range = Range().Match(query, at);
                    var isRange = range.Success && range.Index == at;
                    found.Add(new Selector(name.Value, isRange ? range.Groups[1].Value : null, [.. inside]));
                    if (isRange) at += range.Length;
                }

                continue;
            }

            switch (query[at])
            {
                case '(':
                    inside.Add(function ?? "");
                    function = null;
                    break;
                case ')':
                    inside.RemoveAt(inside.Count - 1);
                    break;
                case '"':
                    at = query.IndexOf('"', at + 1);
                    break;
                case '[':
                    at = query.IndexOf(']', at);
                    break;
            }

            at++;
            // Numbers may hold letters: 5m, 1e9.
            if (char.IsAsciiDigit(query[at - 1])) while (at < query.Length && (char.IsAsciiLetterOrDigit(query[at]) || query[at] == '.')) at++;
        }

        return found;
    }

    private static bool IsFunction(string query, int at)
    {
        var rest = query.AsSpan(at).TrimStart();
        return rest.StartsWith("(") || rest.StartsWith("by ") || rest.StartsWith("by(") || rest.StartsWith("without");
    }

    private static int AfterList(string query, int at)
    {
        var next = at;
        while (next < query.Length && char.IsWhiteSpace(query[next])) next++;
        return next < query.Length && query[next] == '(' ? query.IndexOf(')', next) + 1 : at;
    }

    private static int AfterMatchers(string query, int at)
    {
        var matchers = Matchers().Match(query, at);
        return matchers.Success && matchers.Index == at ? at + matchers.Length : at;
    }

    [GeneratedRegex("[a-zA-Z_:][a-zA-Z0-9_:]*")]
    private static partial Regex Name();

    [GeneratedRegex("""\{(?:[^"}]|"(?:[^"\\]|\\.)*")*\}""")]
    private static partial Regex Matchers();

    [GeneratedRegex(@"\[([^\]]*)\]")]
    private static partial Regex Range();
}
