using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Evaluate;
using static MonitoringDemo.Retraining.Card.CardText;

namespace MonitoringDemo.Retraining.Card;

/// <summary>What becomes of its answers when the inputs go wrong.</summary>
internal static class RobustnessSection
{
    private const int MostRows = 1_000;
    private const int FeaturesTried = 4;
    private static readonly string[] _heads = ["what goes wrong", ">right", ">points lost", ">answers that change"];

    public static CardSection Of(CardSubject subject)
    {
        if (subject.Later is not { } all) return new CardSection("Robustness", ["Not measured: no row with an outcome came after its registration, or the log no longer holds one."]);

        var rows = all.Slice(0, Math.Min(all.Count, MostRows));
        var (before, lines) = (RowAnswers.Of(subject.Model, rows), new List<IReadOnlyList<string>>());
        foreach (var (what, disturbed) in Disturbed(subject, rows))
        {
            if (Disturbance.Ask(subject.Model, disturbed) is not { } answers)
            {
                lines.Add([what, "a row gets no probability", "", ""]);
                continue;
            }

            var changed = Enumerable.Range(0, rows.Count).Count(row => !answers.IsSame(before, row));
            lines.Add([what, Words($"{(double)answers.Right / rows.Count:0.000}"), Words($"{100.0 * (before.Right - answers.Right) / rows.Count:0.0}"), Words($"{(double)changed / rows.Count:P1}")]);
        }

        return new CardSection("Robustness",
        [
            Words($"{rows.Count:N0} of the rows that came next, of which it is right on {(double)before.Right / rows.Count:0.000}, asked again with one thing wrong at a time, for the features that move its scores most."),
        ],
        new CardTable(_heads, lines));
    }

    private static IEnumerable<(string What, DataSet Rows)> Disturbed(CardSubject subject, DataSet rows)
    {
        var strongest = subject.Strongest.Select(feature => feature.Feature).Take(FeaturesTried).ToList();
        foreach (var feature in strongest)
        {
            var (name, seen) = (rows.Schema.Features[feature].Name, subject.Seen(feature));
            yield return ($"{name} is missing", Disturbance.Missing(rows, feature));
            if (rows.Schema.Features[feature].Kind == FeatureKind.Categorical)
            {
                yield return ($"{name} is a category never seen before", Disturbance.Unseen(rows, feature));
                continue;
            }

            yield return ($"{name} with noise of a tenth of its spread", Disturbance.Noisy(rows, feature, seen, subject.Version.Seed));
            yield return ($"{name} a thousand times as large (another unit)", Disturbance.OtherUnit(rows, feature));
            yield return ($"{name} far beyond all that it learned from", Disturbance.Far(rows, feature, seen));
        }

        var numeric = strongest.Where(feature => rows.Schema.Features[feature].Kind == FeatureKind.Numeric).Take(2).ToList();
        if (numeric is [var one, var other]) yield return ($"{rows.Schema.Features[one].Name} and {rows.Schema.Features[other].Name} swapped", Disturbance.Swapped(rows, one, other));
    }
}
