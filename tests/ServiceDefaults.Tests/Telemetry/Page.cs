using System.Globalization;
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

    /// <summary>The value as a number is commonly written, for one format says <c>3.0</c> where the other says <c>3</c>; an exemplar follows as it stands.</summary>
    public string this[string series]
    {
        get
        {
            var value = _lines.Where(l => l.StartsWith(series + " ", StringComparison.Ordinal)).ShouldHaveSingleItem()[(series.Length + 1)..].Split(' ', 2);
            value[0] = double.Parse(value[0].Replace("+Inf", "Infinity", StringComparison.Ordinal), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture);
            return string.Join(' ', value);
        }
    }

    public void ShouldHave(string line) => _lines.ShouldContain(line);

    public IEnumerable<string> Starting(string with) => _lines.Where(l => l.StartsWith(with, StringComparison.Ordinal));

    /// <summary>OpenMetrics 1.0: each family once and in one piece, typed before its samples, suffixes by type, no series twice, the end mark last.</summary>
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
                var (what, name, text) = (meta.Groups["what"].Value, meta.Groups["name"].Value, meta.Groups["text"].Value);
                if (name != family)
                {
                    families.Add(name).ShouldBeTrue($"{name} twice");
                    (family, type) = (name, "");
                }

                if (what == "UNIT") family.ShouldEndWith("_" + text);
                if (what == "TYPE")
                {
                    type.ShouldBe("", line);
                    type = text;
                }

                continue;
            }

            var sample = Sample().Match(line);
            sample.Success.ShouldBeTrue(line);
            sample.Groups["name"].Value.ShouldStartWith(family);
            var suffix = sample.Groups["name"].Value[family.Length..];
            (type switch { "counter" => ["_total"], "histogram" => ["_bucket", "_sum", "_count"], "gauge" => new[] { "" }, _ => [] }).ShouldContain(suffix, line);
            if (sample.Groups["exemplar"].Success) suffix.ShouldBeOneOf("_total", "_bucket");
            seen.Add(sample.Groups["name"].Value + sample.Groups["labels"].Value).ShouldBeTrue($"twice: {line}");
        }
    }

    [GeneratedRegex("""^# (?<what>TYPE|UNIT|HELP) (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<text>.*)$""")]
    private static partial Regex Meta();

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?<labels>\{([a-zA-Z_][a-zA-Z0-9_]*="([^"\\\n]|\\[\\n"])*",?)*\})? (?<value>[+-]?(Inf|[0-9.]+([eE][+-]?[0-9]+)?)|NaN)(?<exemplar> # \{trace_id="[0-9a-f]{32}",span_id="[0-9a-f]{16}"\} [0-9.eE+-]+ [0-9.]+)?$""")]
    private static partial Regex Sample();
}
