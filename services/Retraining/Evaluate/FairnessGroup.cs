using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Evaluate;

/// <summary>The rows of one group, counted.</summary>
/// <param name="Name">Which group.</param>
/// <param name="Rows">How many.</param>
/// <param name="Answered">Answered with class 1.</param>
/// <param name="Ones">Of class 1.</param>
/// <param name="Found">Of class 1, and answered so.</param>
/// <param name="Right">Answered right.</param>
internal sealed record FairnessGroup(string Name, int Rows, int Answered, int Ones, int Found, int Right)
{
    private const int MostValues = 5;

    public double AnsweredShare => (double)Answered / Rows;

    public double FoundShare => (double)Found / Ones;

    public double RightShare => (double)Right / Rows;

    /// <summary>The rows by a feature: by category, by value where there are few, else by thirds; missing ones are a group.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="answers">What was answered to them; with two classes.</param>
    /// <param name="feature">Its place in the schema.</param>
    /// <param name="seen">Values of the feature, none missing, that say where the thirds are.</param>
    public static IReadOnlyList<FairnessGroup> Of(DataSet rows, RowAnswers answers, int feature, double[] seen)
    {
        var name = Names(rows.Schema.Features[feature], seen);
        return [.. Enumerable.Range(0, rows.Count).GroupBy(i => name(rows.Row(i)[feature])).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => Count(group.Key, [.. group], rows, answers))];
    }

    private static FairnessGroup Count(string name, IReadOnlyList<int> members, DataSet rows, RowAnswers answers)
    {
        var (answered, ones, found, right) = (0, 0, 0, 0);
        foreach (var i in members)
        {
            var (isOne, isRight) = (rows.Labels[i] == 1, answers.IsRight(i));
            (ones, right) = (ones + (isOne ? 1 : 0), right + (isRight ? 1 : 0));
            // With two classes a wrong answer is the other one.
            answered += isOne == isRight ? 1 : 0;
            found += isOne && isRight ? 1 : 0;
        }

        return new FairnessGroup(name, members.Count, answered, ones, found, right);
    }

    private static Func<double, string> Names(Feature feature, double[] seen)
    {
        var missing = $"{feature.Name} missing";
        if (feature.Kind == FeatureKind.Categorical) return value => double.IsNaN(value) ? missing : $"{feature.Name}={feature.CategoryOf(value)}";
        if (seen.Distinct().Count() <= MostValues) return value => double.IsNaN(value) ? missing : $"{feature.Name}={ValueText.Of(value)}";

        double[] sorted = [.. seen.Order()];
        var (third, twoThirds) = (sorted[sorted.Length / 3], sorted[2 * sorted.Length / 3]);
        return value => double.IsNaN(value) ? missing
            : value < third ? $"{feature.Name} below {ValueText.Of(third)}"
            : value < twoThirds ? $"{feature.Name} from {ValueText.Of(third)} to {ValueText.Of(twoThirds)}"
            : $"{feature.Name} from {ValueText.Of(twoThirds)} on";
    }
}
