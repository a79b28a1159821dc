using MonitoringDemo.Learning.Additive;
using MonitoringDemo.Learning.Logistic;
using MonitoringDemo.Learning.Tests.Data;
using MonitoringDemo.Learning.Tests.Fixtures;
using MonitoringDemo.Learning.Tests.Trainers;

namespace MonitoringDemo.Learning.Tests.Logistic;

/// <summary>Held to coefficients written by benchmarks/peers/logistic.py.</summary>
public class RealDataTests
{
    private const double Within = 1e-4;

    public static TheoryData<string> Files => [.. Fixture.Json("logistic-data.json").GetProperty("sets").EnumerateArray().Select(set => set.GetProperty("file").GetString()!)];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_coefficients_are_those_of_scikit_learn(string file)
    {
        var expected = Fixture.Json("logistic-data.json").GetProperty("sets").EnumerateArray().Single(set => set.GetProperty("file").GetString() == file);
        var data = SharedData.Read(file, FeatureSchemas.Of(expected));

        var model = (AdditiveModel)new LogisticRegressionTrainer().Train(data, Problem.Defaults, 0);

        data.Count.ShouldBe(expected.GetProperty("rows").GetInt32());
        string[] columns = [.. expected.GetProperty("columns").EnumerateArray().Select(column => column.GetString()!)];
        var ours = Coefficients(model);
        ours.Keys.Order().ShouldBe(columns.Order());
        var largest = columns.Zip(expected.GetProperty("coefficients").Doubles(), (column, theirs) => Math.Abs(ours[column] - theirs)).Max();
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{file}: {columns.Length} coefficients, the largest difference {largest:0.0e+0}"));
        foreach (var (column, coefficient) in columns.Zip(expected.GetProperty("coefficients").Doubles()))
            ours[column].ShouldBe(coefficient, Within, column);
        model.Intercept.ShouldBe(expected.GetProperty("intercept").GetDouble(), Within);
    }

    /// <summary>By the names that the script gives to columns; a column that training had no rows for has no name there and weight 0 here.</summary>
    private static Dictionary<string, double> Coefficients(AdditiveModel model)
    {
        var named = new Dictionary<string, double>();
        for (var i = 0; i < model.Terms.Count; i++)
        {
            var (feature, term) = (model.Schema.Features[i], model.Terms[i]);
            if (term is CategoryTerm category)
            {
                for (var code = 0; code < feature.Categories.Count; code++)
                    named[$"{feature.Name}={feature.Categories[code]}"] = category.Weights[code];
            }
            else
            {
                named[feature.Name] = ((LinearTerm)term).Weight;
            }

            if (Missing(term) is not 0.0 and var missing)
                named[$"{feature.Name} missing"] = missing;
        }

        return named;
    }

    private static double Missing(AdditiveTerm term) => term is CategoryTerm category ? category.MissingWeight : ((LinearTerm)term).MissingWeight;
}
