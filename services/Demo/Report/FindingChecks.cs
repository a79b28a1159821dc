using System.Globalization;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Report;

/// <summary>Every required finding in time and about the right input; no forbidden one.</summary>
internal static class FindingChecks
{
    public static IEnumerable<string> Find(ScenarioManifest manifest, RunReport report)
    {
        foreach (var required in manifest.RequiredFindings)
        {
            var first = First(manifest, report, required);
            if (first is null)
                yield return Line($"no {Name(required)} was found");
            else if (required.Within is { } within && first - manifest.Onset > within)
                yield return Line($"{Name(required)} was found {first - manifest.Onset} rows after the onset instead of within {within}");
        }

        foreach (var forbidden in manifest.ForbiddenFindings)
        {
            var found = report.Findings.Where(f => f.Row >= manifest.WarmUp && forbidden.Matches(f.Kind, f.Feature, f.Detector)).ToList();
            if (found.Count > 0)
                yield return Line($"{found.Count} forbidden {Name(forbidden)} (the first at row {found[0].Row}{About(found[0].Feature)})");
        }
    }

    /// <summary>First required finding − onset.</summary>
    public static long? Delay(ScenarioManifest manifest, RunReport report) =>
        manifest.RequiredFindings.Select(required => First(manifest, report, required)).Min() - manifest.Onset;

    private static long? First(ScenarioManifest manifest, RunReport report, FindingPattern pattern) => report.Findings
        .Where(f => f.Row >= manifest.Onset + pattern.After && pattern.Matches(f.Kind, f.Feature, f.Detector))
        .Min(f => (long?)f.Row);

    private static string Name(FindingPattern pattern) =>
        $"{string.Join(" or ", pattern.Kinds)} finding{About(pattern.Feature)}{(pattern.Detector is null ? "" : $" by {pattern.Detector}")}";

    private static string About(string? feature) => feature is null ? "" : $" about {feature}";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
