using MonitoringDemo.Learning.Explanation;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Snapshot;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>Which features carry a fall in performance: those that raise the champion's log loss since the onset.</summary>
internal static class Carriers
{
    private const int MostRows = 1_000;
    private const int LeastRows = 100;
    private const int MostNamed = 3;
    private const double LeastShare = 0.1;
    private const double Sigmas = 3;

    /// <summary>The strongest first; none where the model cannot be looked into, rows are few, or no feature stands out.</summary>
    public static IReadOnlyList<FeatureLossChange> Of(Learning.IModel champion, RowFeed log, RegistryState state, long onset)
    {
        if (champion is not IExplainableModel model) return [];

        var trainedTo = state.Champion!.TrainedToRow;
        var since = CleanRows.Between(log, state, Math.Max(onset, trainedTo), long.MaxValue);
        var before = CleanRows.Between(log, state, Math.Min(onset, trainedTo), onset);
        // A young champion has hardly served: what it learned from is then the only yardstick.
        if (before.Count < LeastRows) before = CleanRows.Between(log, state, 0, onset);
        if (since.Count < LeastRows || before.Count < LeastRows) return [];

        var change = LossChange.Between(Attribution(model, log, before), Attribution(model, log, since));
        return change.Total > 0
            ? [.. change.Features.Where(feature => feature.Share >= LeastShare && feature.Change > Sigmas * feature.StandardError).Take(MostNamed)]
            : [];
    }

    /// <summary>The end of a reason, before its full stop; nothing where there is nothing to say.</summary>
    public static string Say(Evidence evidence, IncidentState incident)
    {
        if (!evidence.Carriers.TryGetValue(incident.UpdateId, out var features) || features.Count == 0) return "";

        var named = features.Select((feature, i) => FormattableString.Invariant($"{feature.Feature} ({100 * feature.Share:0} %{(i == 0 ? " of the rise in log loss" : "")})")).ToList();
        var first = string.Join(", ", named.Take(Math.Max(1, named.Count - 1)));
        return named.Count == 1 ? $"; the fall is carried by {first}" : $"; the fall is carried by {first} and {named[^1]}";
    }

    private static LossAttribution Attribution(IExplainableModel model, RowFeed log, List<long> rows) =>
        LossAttribution.Of(model, CleanRows.ToDataSet(log, rows[^Math.Min(rows.Count, MostRows)..]));
}
