using MonitoringDemo.Learning.Schema;
using static MonitoringDemo.Retraining.Card.CardText;

namespace MonitoringDemo.Retraining.Card;

/// <summary>What is known to go wrong: as people said, and as the rows show.</summary>
internal static class LimitsSection
{
    private const int FewRows = 200;

    public static CardSection Of(CardSubject subject) => new("Limits",
    [
        subject.Said.KnownLimits ?? $"Nobody has said what it must not be used for: set {RetrainingModule.Section}:{nameof(CardOptions.KnownLimits)}.",
        Words($"It knows rows up to {subject.Version.TrainedToRow:N0}. What changed later it has not learned."),
        .. FewOfASlice(subject), .. RareClasses(subject), .. Unmet(subject),
    ]);

    private static IEnumerable<string> FewOfASlice(CardSubject subject)
    {
        var few = subject.Version.Metrics.Skip(1).Where(slice => slice.Rows < FewRows).Select(slice => Words($"{slice.Slice} ({slice.Rows})")).ToList();
        if (few.Count > 0) yield return Words($"Judged on fewer than {FewRows} rows, so little is known of how right it is there: {string.Join(", ", few)}.");
    }

    private static IEnumerable<string> RareClasses(CardSubject subject)
    {
        var counts = subject.Learned.Labels.ToArray().GroupBy(label => label).ToDictionary(group => group.Key, group => group.Count());
        for (var label = 0; label < subject.Schema.Task.Classes; label++)
        {
            var count = counts.GetValueOrDefault((byte)label);
            if (count < FewRows) yield return Words($"It learned '{subject.Schema.Label}' = {subject.Schema.Task.NameOf((byte)label)} from {count} rows only.");
        }
    }

    // Categories that requests may carry and that no row of the training had.
    private static IEnumerable<string> Unmet(CardSubject subject)
    {
        for (var feature = 0; feature < subject.Schema.Count; feature++)
        {
            var described = subject.Schema.Features[feature];
            if (described.Kind != FeatureKind.Categorical) continue;
            var met = subject.Seen(feature).ToHashSet();
            var unmet = described.Categories.Where((_, code) => !met.Contains(code)).ToList();
            if (unmet.Count > 0) yield return $"It never met {described.Name} = {string.Join(", ", unmet)}.";
        }
    }
}
