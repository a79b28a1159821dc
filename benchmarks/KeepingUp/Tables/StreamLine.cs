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

    public Case Played => outcomes[0].Played;

    public ChangeKind Change => Played.Change;

    public double Fleet => outcomes.Average(outcome => outcome.Fleet.Accuracy);

    /// <summary>Fleet less the schedule of every 500 on 2,000; null without peers.</summary>
    public double? Lead => Schedule(0) is { } accuracy ? Fleet - accuracy : null;

    public double Trainings => outcomes.Average(outcome => outcome.Fleet.Trainings);

    public double? ScheduledTrainings => HasPeers ? outcomes.Average(outcome => outcome.Peers[0].Trainings) : null;

    /// <summary>Of all seeds.</summary>
    public int Releases => outcomes.Sum(outcome => outcome.Fleet.Releases.Count);

    private bool HasPeers => outcomes[0].Peers.Count > 0;

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
            Text($"{Trainings:0.#} ({outcomes.Average(outcome => outcome.Fleet.Fitted):0.#})"),
            Text($"{ScheduledTrainings:0.#}"),
            Text($"{outcomes.Average(outcome => outcome.Fleet.Releases.Count):0.#}"),
            Rows(reactions, each => each.Finding),
            Rows(reactions, each => each.Decision),
            Rows(reactions, each => each.Remedy),
        ];
    }

    private double? Schedule(int index) => HasPeers ? outcomes.Average(outcome => outcome.Peers[index].Accuracy) : null;

    private static string Rows(List<Reaction> reactions, Func<Reaction, double> rows)
    {
        if (reactions.Count == 0) return "";
        var median = Reaction.Median(reactions.Select(rows));
        return double.IsInfinity(median) ? "never" : Text($"{median:N0}");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
