using System.Globalization;
using MonitoringDemo.KeepingUp.Runs;
using MonitoringDemo.KeepingUp.Streams;

namespace MonitoringDemo.KeepingUp.Tables;

/// <summary>A stream's line: means over its seeds.</summary>
internal sealed class StreamLine(IReadOnlyList<Outcome> outcomes)
{
    public static IReadOnlyList<string> Header { get; } =
    [
        "stream", "seeds", "rows", "fleet", "static", "500/2,000", "100/1,000", "fleet − 500/2,000", "trainings (models)", "schedule's", "releases",
        "to finding", "to decision", "to remedy",
    ];

    public IReadOnlyList<Outcome> Outcomes => outcomes;

    public Case Played => outcomes[0].Played;

    public ChangeKind Change => Played.Change;

    public double Fleet => outcomes.Average(outcome => outcome.Fleet.Accuracy);

    /// <summary>Fleet less the schedule of every 500 on 2,000; null without peers.</summary>
    public double? Lead => Schedule(0) is { } accuracy ? Fleet - accuracy : null;

    /// <summary>Training runs of a seed; null when a report does not say.</summary>
    public double? Trainings => Mean(fleet => fleet.Trainings);

    public double? ScheduledTrainings => HasPeers ? outcomes.Average(outcome => outcome.Peers[0].Trainings) : null;

    /// <summary>Of all seeds.</summary>
    public int Releases => outcomes.Sum(outcome => outcome.Fleet.Releases.Count);

    private bool HasPeers => outcomes[0].Peers.Count > 0;

    /// <summary>The releases of all lines by what they were trained for, the most frequent first.</summary>
    public static IEnumerable<string> Triggers(IEnumerable<StreamLine> lines) => lines
        .SelectMany(line => line.Outcomes)
        .SelectMany(outcome => outcome.Fleet.Releases)
        .CountBy(release => release.IsReturn ? "came back" : release.Trigger)
        .OrderByDescending(count => count.Value)
        .Select(count => Text($"{count.Value} {count.Key}"));

    public IReadOnlyList<string> Cells()
    {
        var reactions = outcomes.SelectMany(Reaction.Of).ToList();
        return
        [
            Played.Stream,
            Text($"{outcomes.Count}"),
            Text($"{Played.Rows:N0}"),
            Text($"{Fleet:0.0000}"),
            Text($"{outcomes.Average(outcome => outcome.Fleet.Static):0.0000}"),
            Text($"{Schedule(0):0.0000}"),
            Text($"{Schedule(1):0.0000}"),
            Text($"{Lead:+0.0000;−0.0000}"),
            Trainings is null ? "" : Text($"{Trainings:0.#} ({Mean(fleet => fleet.Fitted):0.#})"),
            Text($"{ScheduledTrainings:0.#}"),
            Text($"{outcomes.Average(outcome => outcome.Fleet.Releases.Count):0.#}"),
            Rows(reactions, each => each.Finding),
            Rows(reactions, each => each.Decision),
            Rows(reactions, each => each.Remedy),
        ];
    }

    private double? Mean(Func<FleetResult, int?> count) => outcomes.All(outcome => count(outcome.Fleet) is not null) ? outcomes.Average(outcome => count(outcome.Fleet)) : null;

    private double? Schedule(int index) => HasPeers ? outcomes.Average(outcome => outcome.Peers[index].Accuracy) : null;

    private static string Rows(List<Reaction> reactions, Func<Reaction, double> rows)
    {
        if (reactions.Count == 0) return "";
        var median = Reaction.Median(reactions.Select(rows));
        return double.IsInfinity(median) ? "never" : Text($"{median:N0}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
