using System.Text.RegularExpressions;

namespace MonitoringDemo.Demo.Labs.Alerts;

/// <summary>The metrics page of a fleet as it was read once every <see cref="SecondsBetween"/> seconds of a play.</summary>
internal sealed partial class RecordedMetrics
{
    /// <summary>What a Prometheus would wait between two looks.</summary>
    public const int SecondsBetween = 30;

    private readonly Dictionary<string, string[]> _values = new(StringComparer.Ordinal);

    public RecordedMetrics(IReadOnlyList<string> pages)
    {
        Looks = pages.Count;
        for (var look = 0; look < Looks; look++)
        {
            foreach (Match line in Sample().Matches(pages[look]))
            {
                var series = line.Groups["name"].Value + line.Groups["labels"].Value;
                if (!_values.TryGetValue(series, out var values)) Array.Fill(_values[series] = values = new string[Looks], "_");
                values[look] = line.Groups["value"].Value.TrimStart('+');
            }
        }

        Labels = _values.Keys.GroupBy(NameOf).ToDictionary(group => group.Key, group => group.SelectMany(series => QueryNames.Labels(series)).ToHashSet());
    }

    /// <summary>How often it was read.</summary>
    public int Looks { get; }

    /// <summary>Every metric that was exported, with the labels that it had.</summary>
    public IReadOnlyDictionary<string, HashSet<string>> Labels { get; }

    /// <summary>The series of some metrics in the notation of promtool: as a Prometheus keeps them that scrapes one process.</summary>
    public IEnumerable<(string Series, string Values)> SeriesOf(IReadOnlyCollection<string> metrics) =>
        _values.Where(series => metrics.Contains(NameOf(series.Key))).Select(series => (Scraped(series.Key), string.Join(' ', series.Value)));

    private static string NameOf(string series) => series.Split('{')[0];

    private static string Scraped(string series) =>
        $"{NameOf(series)}{{instance=\"demo\",job=\"monitoringdemo\"{(series.IndexOf('{', StringComparison.Ordinal) is > 0 and var at && series[at + 1] != '}' ? $",{series[(at + 1)..]}" : "}")}";

    [GeneratedRegex("""^(?<name>[a-zA-Z_:][\w:]*)(?<labels>\{(?:[^"}]|"(?:[^"\\]|\\.)*")*\})? (?<value>\S+)""", RegexOptions.Multiline)]
    private static partial Regex Sample();
}
