using System.Globalization;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Report;

/// <summary>The one rule that turns a manifest and a report into a verdict. Pure; every scenario is judged by it.</summary>
public static class VerdictRule
{
    public static Verdict Judge(ScenarioManifest manifest, RunReport report, RunFacts facts)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(facts);
        var failures = CountChecks.Find(report, facts)
            .Concat(FindingChecks.Find(manifest, report))
            .Concat(ActionChecks.Find(manifest, report))
            .Concat(BudgetChecks.Find(manifest, report, facts))
            .ToList();
        var delay = FindingChecks.Delay(manifest, report);
        return failures.Count > 0
            ? new Verdict(false, Sentence(failures), delay)
            : new Verdict(true, Sentence(Evidence(manifest, report, facts, delay)), delay);
    }

    private static IEnumerable<string> Evidence(ScenarioManifest manifest, RunReport report, RunFacts facts, long? delay)
    {
        if (delay is not null)
            yield return Line($"found {delay} rows after the onset");
        foreach (var action in manifest.RequiredActions)
            yield return action.Gate is null ? $"decided to {action.Action}" : $"the gate '{action.Gate}' decided to {action.Action}";
        var promotions = ActionChecks.Promotions(report);
        yield return promotions == 0 ? "the champion stayed" : Line($"{promotions} promotion{(promotions == 1 ? "" : "s")}");
        yield return Line($"fleet {report.Accuracy.Fleet:0.000} beside static {report.Accuracy.Static:0.000}");
        if (facts is { Oracle: { } oracle, FleetBesideOracle: { } fleet })
            yield return Line($"{fleet:0.000} beside an oracle's {oracle:0.000} once recovered");
        yield return "nothing lost, doubled or failed";
    }

    private static string Sentence(IEnumerable<string> parts)
    {
        var text = string.Join("; ", parts);
        return $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
