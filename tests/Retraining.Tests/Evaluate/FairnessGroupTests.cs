using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Evaluate;

namespace MonitoringDemo.Retraining.Tests.Evaluate;

public sealed class FairnessGroupTests
{
    private static readonly FeatureSchema s_schema = new([new("site", FeatureKind.Categorical, ["north", "south"]), new("age", FeatureKind.Numeric, [])], "ill");

    [Fact]
    public void Rows_are_counted_by_category_and_missing_ones_are_a_group()
    {
        double[] sites = [0, 0, 0, 1, 1, 1, 1, double.NaN];
        byte[] labels = [1, 0, 1, 1, 1, 0, 0, 1];
        double[] scores = [0.9, 0.8, 0.2, 0.9, 0.3, 0.1, 0.2, 0.7];

        var groups = Of(sites, labels, scores, feature: 0, seen: [0, 1]);

        groups.ShouldBe(
        [
            new FairnessGroup("site missing", 1, Answered: 1, Ones: 1, Found: 1, Right: 1),
            new FairnessGroup("site=north", 3, Answered: 2, Ones: 2, Found: 1, Right: 1),
            new FairnessGroup("site=south", 4, Answered: 1, Ones: 2, Found: 1, Right: 3),
        ]);
    }

    [Fact]
    public void A_number_of_many_values_is_parted_by_thirds_of_what_was_learned_from()
    {
        double[] ages = [10, 29.9, 30, 59, 60, 95];

        var groups = Of(ages, new byte[6], [0.1, 0.1, 0.1, 0.1, 0.1, 0.1], feature: 1, seen: [.. Enumerable.Range(0, 90).Select(age => (double)age)]);

        groups.Select(group => (group.Name, group.Rows)).ShouldBe([("age below 30", 2), ("age from 30 to 60", 2), ("age from 60 on", 2)]);
    }

    [Fact]
    public void A_number_of_few_values_is_parted_by_value()
    {
        var groups = Of([0, 1, 1, 0], [0, 1, 1, 0], [0.1, 0.9, 0.9, 0.1], feature: 1, seen: [0, 1, 0, 1]);

        groups.Select(group => (group.Name, group.Rows, group.AnsweredShare)).ShouldBe([("age=0", 2, 0), ("age=1", 2, 1)]);
    }

    private static IReadOnlyList<FairnessGroup> Of(double[] values, byte[] labels, double[] scores, int feature, double[] seen)
    {
        var rows = values.SelectMany(value => feature == 0 ? [value, 50.0] : new[] { 0.0, value }).ToArray();
        var data = new DataSet(s_schema, rows, labels, [.. Enumerable.Range(0, labels.Length).Select(i => (long)i)]);
        return [.. FairnessGroup.Of(data, RowAnswers.Of(scores, labels), feature, seen)];
    }
}
