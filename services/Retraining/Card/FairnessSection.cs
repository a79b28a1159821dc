using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Evaluate;
using static MonitoringDemo.Retraining.Card.CardText;

namespace MonitoringDemo.Retraining.Card;

/// <summary>Whether groups are answered otherwise: by what it answers, by whom it finds, by how often it is right.</summary>
/// <remarks>
/// Demographic parity and disparate impact: see <see cref="FairnessRatio"/>; equal opportunity: M. Hardt, E. Price, N. Srebro, NIPS 2016.
/// </remarks>
internal static class FairnessSection
{
    private const double FourFifths = 0.8;
    private static readonly string[] _heads = ["group", ">rows", ">answered 1 (95 %)", ">of those that were 1, answered 1 (95 %)", ">right (95 %)"];
    private static readonly string[] _headsOfMany = ["group", ">rows", ">right (95 %)"];

    public static CardSection Of(CardSubject subject)
    {
        const string Title = "Fairness";
        if (subject.Said.Sensitive.Count == 0)
            return new CardSection(Title, [$"No feature was declared sensitive: name them in {RetrainingModule.Section}:{nameof(CardOptions.SensitiveFeatures)}."]);
        if (subject.Later is not { } later)
            return new CardSection(Title, ["Not measured: no row with an outcome came after its registration, or the log no longer holds one."]);

        var (sentences, tables) = (new List<string>(), new List<CardTable>());
        foreach (var name in subject.Said.Sensitive)
        {
            var feature = later.Schema.IndexOf(name);
            if (feature < 0)
            {
                sentences.Add($"There is no feature '{name}' to compare groups of.");
                continue;
            }

            var groups = FairnessGroup.Of(later, RowAnswers.Of(subject.Model, later), feature, subject.Seen(feature));
            sentences.Add(Sentence(name, groups, later.Schema));
            tables.Add(new CardTable(later.Schema.Task.Classes == 2 ? _heads : _headsOfMany, [.. groups.Select(group => Line(group, later.Schema))]));
        }

        return new CardSection(Title, sentences, tables);
    }

    private static string Sentence(string feature, IReadOnlyList<FairnessGroup> groups, FeatureSchema schema)
    {
        if (FairnessRatio.Of(groups) is not { } impact) return Words($"By {feature}: fewer than two groups have {FairnessRatio.LeastRows} rows; nothing can be compared.");
        var large = groups.Where(group => group.Rows >= FairnessRatio.LeastRows).ToList();
        if (schema.Task.Classes > 2) return Words($"By {feature}: right on {large.Min(group => group.RightShare):0.000} of the group where it is right least, on {large.Max(group => group.RightShare):0.000} of the one where it is right most.");

        var found = large.Where(group => group.Ones >= FairnessRatio.LeastRows).ToList();
        var parity = Words($"By {feature}: {impact.Low.Name} is answered 1 least, {impact.High.Name} most, {impact.High.AnsweredShare - impact.Low.AnsweredShare:0.000} apart (demographic parity)");
        var opportunity = found.Count < 2 ? "" : Words($"; of those that were 1, the shares found lie {found.Max(group => group.FoundShare) - found.Min(group => group.FoundShare):0.000} apart (equal opportunity)");
        var verdict = impact.Upper < FourFifths ? "below four fifths, beyond chance" : impact.Lower < FourFifths ? "less than four fifths cannot be ruled out" : "above four fifths, beyond chance";
        return Words($"{parity}{opportunity}. Their ratio (disparate impact) is {impact.Ratio:0.000} ({impact.Lower:0.000} to {impact.Upper:0.000}): {verdict}.");
    }

    private static IReadOnlyList<string> Line(FairnessGroup group, FeatureSchema schema) => schema.Task.Classes == 2
        ? [group.Name, Words($"{group.Rows:N0}"), Share(group.Answered, group.Rows), Share(group.Found, group.Ones), Share(group.Right, group.Rows)]
        : [group.Name, Words($"{group.Rows:N0}"), Share(group.Right, group.Rows)];
}
