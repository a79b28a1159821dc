using System.Text.RegularExpressions;

namespace MonitoringDemo.ServiceDefaults.Tests.Telemetry;

/// <summary>A page of metrics, read the way a strict parser does: every line has to be one that the format knows.</summary>
internal sealed partial class Page
{
    private readonly List<string> _lines;

    public Page(string text)
    {
        Text = text;
        text.ShouldEndWith("\n");
        _lines = [.. text[..^1].Split('\n')];
    }

    public string Text { get; }

    public string this[string series] => _lines.Where(l => l.StartsWith(series + " ", StringComparison.Ordinal)).ShouldHaveSingleItem()[(series.Length + 1)..];

    public void ShouldHave(string line) => _lines.ShouldContain(line);

    public IEnumerable<string> Starting(string with) => _lines.Where(l => l.StartsWith(with, StringComparison.Ordinal));

    /// <summary>OpenMetrics 1.0: each family once and in one piece, types before samples, suffixes by type, no series twice, the end mark last.</summary>
    public void ShouldBeOpenMetrics()
    {
        _lines[^1].ShouldBe("# EOF");
        var seen = new HashSet<string>();
        var families = new HashSet<string>();
        var (family, type) = ("", "");
        foreach (var line in _lines.SkipLast(1))
        {
            var meta = Meta().Match(line);
            if (meta.Success)
            {
                if (meta.Groups["what"].Value == "TYPE")
                {
                    (family, type) = (meta.Groups["name"].Value, meta.Groups["text"].Value);
                    families.Add(family).ShouldBeTrue($"{family} twice");
                }
                else
                {
                    meta.Groups["name"].Value.ShouldBe(family, line);
                    if (meta.Groups["what"].Value == "UNIT") family.ShouldEndWith("_" + meta.Groups["text"].Value);
                }

                continue;
            }

            var sample = Sample().Match(line);
            sample.Success.ShouldBeTrue(line);
            var suffix = sample.Groups["name"].Value[family.Length..];
            (type switch { "counter" => ["_total"], "histogram" => ["_bucket", "_sum", "_count"], _ => new[] { "" } }).ShouldContain(suffix, line);
            if (sample.Groups["exemplar"].Success) suffix.ShouldBeOneOf("_total", "_bucket");
            seen.Add(sample.Groups["name"].Value + sample.Groups["labels"].Value).ShouldBeTrue($"twice: {line}");
        }
    }

    [GeneratedRegex("""^# (?<what>TYPE|UNIT|HELP) (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<text>.*)$""")]
    private static partial Regex Meta();

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\[\\n"])*",?)*\})? (?<value>[+-]?(Inf|[0-9.]+([eE][+-]?[0-9]+)?)|NaN)(?<exemplar> # \{trace_id="[0-9a-f]{32}",span_id="[0-9a-f]{16}"\} [0-9.eE+-]+ [0-9.]+)?$""")]
    private static partial Regex Sample();
}
