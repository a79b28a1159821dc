using System.Globalization;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Evaluate;
using static MonitoringDemo.Retraining.Card.CardText;

namespace MonitoringDemo.Retraining.Card;

/// <summary>The rows that it learned from.</summary>
internal static class DataSection
{
    private const int CategoriesShown = 6;
    private static readonly string[] _heads = ["feature", "kind", ">missing", "values"];

    public static CardSection Of(CardSubject subject)
    {
        var version = subject.Version;
        return new CardSection("What it learned from",
        [
            subject.Said.DataNote ?? $"Nobody has said where the rows come from and who consented: set {RetrainingModule.Section}:{nameof(CardOptions.DataNote)}.",
            Words($"{version.TrainedRows:N0} clean labelled rows of [{version.TrainedFromRow:N0}, {version.TrainedToRow:N0}){(version.SinceRow is { } since ? Words($", from the change on that began near row {since:N0}") : "")}. ")
                + (version.ErasedRows is { } erased ? Words($"{erased:N0} of them were erased since at the wish of whom they told of: what stands here is of the rest, and the model had learned from all. ") : "")
                + $"Share of each class: {string.Join(", ", Classes(subject.Learned))}.",
        ],
        new CardTable(_heads, [.. Enumerable.Range(0, subject.Schema.Count).Select(feature => Line(subject, feature))]));
    }

    private static IEnumerable<string> Classes(DataSet rows) => rows.Labels.ToArray().GroupBy(label => label).OrderBy(group => group.Key)
        .Select(group => Words($"{rows.Schema.Task.NameOf(group.Key)} {(double)group.Count() / rows.Count:P1}"));

    private static IReadOnlyList<string> Line(CardSubject subject, int feature)
    {
        var (described, seen) = (subject.Schema.Features[feature], subject.Seen(feature));
        var missing = subject.Learned.Count == 0 ? 0 : 1 - ((double)seen.Length / subject.Learned.Count);
        return [described.Name, described.Kind == FeatureKind.Numeric ? "number" : "category", Words($"{missing:P1}"), seen.Length == 0 ? "none" : described.Kind == FeatureKind.Numeric ? Range(seen) : Common(described, seen)];
    }

    private static string Range(double[] seen)
    {
        Array.Sort(seen);
        return $"{ValueText.Of(seen[0])} to {ValueText.Of(seen[^1])}, half of them below {ValueText.Of(seen[seen.Length / 2])}";
    }

    private static string Common(Feature feature, double[] seen)
    {
        var groups = seen.GroupBy(value => value).OrderByDescending(group => group.Count()).ThenBy(group => group.Key).ToList();
        var shown = groups.Take(CategoriesShown).Select(group => Words($"{feature.CategoryOf(group.Key)} {(double)group.Count() / seen.Length:P0}"));
        return string.Join(", ", shown) + (groups.Count > CategoriesShown ? string.Create(CultureInfo.InvariantCulture, $" and {groups.Count - CategoriesShown} more") : "");
    }
}
