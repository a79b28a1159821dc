using MonitoringDemo.Drift.Corrections;
using MonitoringDemo.Drift.Tests.References;

namespace MonitoringDemo.Drift.Tests.Corrections;

public sealed class MultipleTestingReferenceTests
{
    [Theory]
    [InlineData("bonferroni")]
    [InlineData("holm")]
    [InlineData("benjamini_hochberg")]
    [InlineData("benjamini_yekutieli")]
    public void Adjusted_p_values_and_rejections_agree_with_the_references(string name)
    {
        foreach (var entry in ReferenceFiles.Cases("multiple_testing.json"))
        {
            double[] pValues = [.. entry.GetProperty("p_values").EnumerateArray().Select(ReferenceFiles.Number)];

            var adjusted = Adjust(name, pValues);

            var expected = entry.GetProperty("expected").GetProperty(name);
            var theirs = expected.GetProperty("adjusted").EnumerateArray().Select(ReferenceFiles.Number);
            adjusted.Zip(theirs).ShouldAllBe(pair => Tolerance.Statistic(pair.First, pair.Second), $"{entry.GetProperty("id")}");
            var alpha = entry.GetProperty("alpha").GetDouble();
            adjusted.Select(p => p <= alpha).ShouldBe(expected.GetProperty("reject").EnumerateArray().Select(reject => reject.GetBoolean()));
        }
    }

    [Theory]
    [InlineData("bonferroni")]
    [InlineData("holm")]
    [InlineData("benjamini_hochberg")]
    [InlineData("benjamini_yekutieli")]
    public void A_test_without_an_answer_does_not_count(string name)
    {
        var adjusted = Adjust(name, [double.NaN, 0.03, 0.2]);

        adjusted[0].ShouldBe(double.NaN);
        adjusted[1..].ShouldBe(Adjust(name, [0.03, 0.2]));
        Adjust(name, []).ShouldBeEmpty();
    }

    private static double[] Adjust(string name, double[] pValues) => name switch
    {
        "bonferroni" => Bonferroni.Adjust(pValues),
        "holm" => Holm.Adjust(pValues),
        "benjamini_hochberg" => BenjaminiHochberg.Adjust(pValues),
        _ => BenjaminiYekutieli.Adjust(pValues),
    };
}
