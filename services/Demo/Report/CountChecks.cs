using System.Globalization;

namespace MonitoringDemo.Demo.Report;

/// <summary>Nothing lost, nothing twice, nothing failed.</summary>
internal static class CountChecks
{
    public static IEnumerable<string> Find(RunReport report, RunFacts facts)
    {
        if (report.Counts.Predictions == 0)
            yield return "nothing was served";
        foreach (var (count, word) in new[] { (report.Counts.Lost, "lost"), (report.Counts.Doubled, "doubled"), (report.Counts.Failed, "failed") })
        {
            if (count != 0)
                yield return string.Create(CultureInfo.InvariantCulture, $"{count} {word} where none may be");
        }

        if (facts.FirstFailure is { } why)
            yield return $"the first failure: {why}";
    }
}
