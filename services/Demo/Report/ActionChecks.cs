using System.Globalization;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Report;

/// <summary>The right actions in time, by the right gate; no forbidden one; as many promotions as the manifest wants.</summary>
internal static class ActionChecks
{
    public static IEnumerable<string> Find(ScenarioManifest manifest, RunReport report) => Required(manifest, report)
        .Concat(Unwanted(manifest, report))
        .Concat(PromotionChecks(manifest, report));

    /// <summary>Versions after model 1 that served.</summary>
    public static int Promotions(RunReport report) => report.Models.Count(m => m.Version > 1 && m.PromotedAtRow is not null);

    private static IEnumerable<string> Required(ScenarioManifest manifest, RunReport report)
    {
        foreach (var required in manifest.RequiredActions)
        {
            var name = required.Gate is null ? $"'{required.Action}'" : $"'{required.Action}' by the gate '{required.Gate}'";
            var first = report.Decisions
                .Where(d => d.Row >= manifest.Onset + required.After && required.Matches(d.Action, d.Gate))
                .Min(d => (long?)d.Row);
            if (first is null)
                yield return $"nobody decided {name}";
            else if (required.Within is { } within && first - manifest.Onset > within)
                yield return Line($"{name} came {first - manifest.Onset} rows after the onset instead of within {within}");
        }
    }

    private static IEnumerable<string> Unwanted(ScenarioManifest manifest, RunReport report)
    {
        var decisions = report.Decisions.Where(d => d.Row >= manifest.WarmUp).ToList();
        foreach (var action in manifest.ForbiddenActions)
        {
            var taken = decisions.Where(d => d.Action == action).ToList();
            if (taken.Count > 0)
                yield return Line($"the forbidden action '{action}' was taken {taken.Count} times (first at row {taken[0].Row})");
        }

        foreach (var limit in manifest.ActionLimits)
        {
            var taken = decisions.Count(d => d.Action == limit.Action);
            if (taken > limit.AtMost)
                yield return Line($"'{limit.Action}' was decided {taken} times, at most {limit.AtMost} are tolerated");
        }
    }

    private static IEnumerable<string> PromotionChecks(ScenarioManifest manifest, RunReport report)
    {
        var promotions = Promotions(report);
        if (promotions < manifest.MinPromotions)
            yield return Line($"{promotions} promotions instead of at least {manifest.MinPromotions}");
        if (promotions > manifest.MaxPromotions)
            yield return Line($"{promotions} promotions where at most {manifest.MaxPromotions} are right");
        if (manifest.Trigger is { } trigger && report.Models.FirstOrDefault(m => m.Version > 1 && m.PromotedAtRow is not null && m.Trigger != trigger) is { } other)
            yield return Line($"version {other.Version} was trained for '{other.Trigger}' where '{trigger}' is the right trigger");
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
