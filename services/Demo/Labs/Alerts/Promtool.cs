using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Labs.Programs;

namespace MonitoringDemo.Demo.Labs.Alerts;

/// <summary>The tool that comes with Prometheus: it checks rules, runs their tests, and here evaluates queries on what a fleet exported.</summary>
internal sealed partial class Promtool(string program)
{
    /// <summary>How to get it.</summary>
    public const string HowToGet = "promtool comes with Prometheus: 'apt-get install prometheus', 'brew install prometheus', or the archive for your system at https://prometheus.io/download, with its folder on the path.";

    /// <summary>A value that no query gives, so that promtool says which one it gave.</summary>
    private const string NoValue = "-987654321";

    /// <summary>Null where it is not installed.</summary>
    public static Promtool? Find() => InstalledProgram.Find("promtool") is { } path ? new Promtool(path) : null;

    public Task<(int Code, string Said)> CheckRulesAsync(string work, string file, CancellationToken cancellation) => InstalledProgram.RunAsync(program, ["check", "rules", file], work, cancellation);

    public Task<(int Code, string Said)> TestAsync(string work, string file, CancellationToken cancellation) => InstalledProgram.RunAsync(program, ["test", "rules", file], work, cancellation);

    /// <summary>Evaluates a query at each look of a recording, with the rules of a file running beside it.</summary>
    /// <returns>The value at each look; NaN where there is none.</returns>
    /// <exception cref="UnusableInputException">promtool refuses it.</exception>
    public async Task<double[]> EvaluateAsync(RecordedMetrics recorded, IReadOnlyCollection<string> metrics, string rules, string query, CancellationToken cancellation)
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "recorded.json");
        var every = FormattableString.Invariant($"{RecordedMetrics.SecondsBetween}s");
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new
        {
            rule_files = rules.Length > 0 ? [rules] : Array.Empty<string>(),
            evaluation_interval = every,
            tests = new[]
            {
                new
                {
                    interval = every,
                    input_series = recorded.SeriesOf(metrics).Select(each => new { series = each.Series, values = each.Values }),
                    promql_expr_test = Enumerable.Range(0, recorded.Looks).Select(look => new
                    {
                        expr = query,
                        eval_time = FormattableString.Invariant($"{look * RecordedMetrics.SecondsBetween}s"),
                        exp_samples = new[] { new { labels = "{}", value = double.Parse(NoValue, CultureInfo.InvariantCulture) } },
                    }),
                },
            },
        }), cancellation);

        var (_, said) = await TestAsync(folder.Path, file, cancellation);
        var values = new double[recorded.Looks];
        Array.Fill(values, double.NaN);
        var told = Told().Matches(said);
        foreach (Match at in told)
            values[(int)(Seconds(at.Groups["time"].Value) / RecordedMetrics.SecondsBetween)] = Number(at.Groups["value"].Value);
        return told.Count == recorded.Looks ? values : throw new UnusableInputException($"promtool does not evaluate '{query}': {said.ReplaceLineEndings(" ").Trim()}");
    }

    // As Go writes a duration: 1h2m15s.
    private static double Seconds(string duration) =>
        Part().Matches(duration).Sum(part => int.Parse(part.Groups["n"].Value, CultureInfo.InvariantCulture) * part.Groups["unit"].Value switch { "h" => 3600, "m" => 60, _ => 1 });

    private static double Number(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN;

    [GeneratedRegex(@"time: (?<time>[0-9hms]+),\s+exp: [^\n]*\n\s+got: (?:nil|(?:\{[^\n]*\} )?(?<value>\S+))")]
    private static partial Regex Told();

    [GeneratedRegex("(?<n>[0-9]+)(?<unit>[hms])")]
    private static partial Regex Part();
}
