using System.Globalization;
using MonitoringDemo.KeepingUp.Streams;

namespace MonitoringDemo.KeepingUp.Tables;

/// <summary>What the lines come to.</summary>
internal static class Summary
{
    public static IEnumerable<string> Of(IReadOnlyList<StreamLine> lines)
    {
        // Delayed outcomes are another question: the means are over streams whose outcomes come at once.
        var prompt = lines.Where(line => line.Played.Delay == 0).ToList();
        var generated = prompt.Where(line => line.Change is ChangeKind.Step or ChangeKind.Gradual or ChangeKind.Recurring).ToList();
        foreach (var line in Leads("generated streams that change", generated))
            yield return line;
        var all = prompt.Where(line => line.Change != ChangeKind.None).ToList();
        if (all.Count > generated.Count)
        {
            foreach (var line in Leads("streams that change, real ones with delay 0 among them", all))
                yield return line;
        }

        var recurring = lines.Where(line => line.Change == ChangeKind.Recurring).ToList();
        if (recurring.Count > 0)
            yield return Text($"Recurring: the fleet's mean accuracy {recurring.Average(line => line.Fleet):0.0000} ({string.Join(", ", recurring.Select(line => Text($"{line.Played.Stream} {line.Fleet:0.0000}")))}).");
        if (lines.FirstOrDefault(line => line.Played.Stream == "no-drift") is { } still)
            yield return Text($"No drift: {still.Releases} releases on all seeds.");
        if (lines.Sum(line => line.Releases) is > 0 and var releases)
            yield return Text($"Releases: {releases}: {string.Join(", ", StreamLine.Triggers(lines))}.");
        if (Share(lines) is { } share)
            yield return Text($"Trainings: {share:P0} of those of every 500 on 2,000{(Share(all) is { } changing ? Text($"; on streams that change {changing:P0}") : "")}.");
    }

    private static IEnumerable<string> Leads(string which, List<StreamLine> lines)
    {
        var known = lines.Where(line => line.Lead is not null).ToList();
        if (known.Count == 0) yield break;

        var lowest = known.MinBy(line => line.Lead)!;
        yield return Text($"Fleet − every 500 on 2,000, {known.Count} {which}: mean {known.Average(line => line.Lead):+0.0000;−0.0000}, lowest {lowest.Lead:+0.0000;−0.0000} ({lowest.Played.Stream}).");
    }

    // Each stream weighs as much as its rows.
    private static double? Share(IEnumerable<StreamLine> lines)
    {
        var known = lines.Where(line => line is { Trainings: not null, ScheduledTrainings: not null }).ToList();
        return known.Count == 0 ? null : known.Sum(line => line.Trainings) / known.Sum(line => line.ScheduledTrainings);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
