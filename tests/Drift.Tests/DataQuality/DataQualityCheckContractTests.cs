using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Drift.Tests.Monitoring;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Drift.Tests.DataQuality;

/// <summary>What every data-quality check promises; a new one is found by itself.</summary>
public sealed class DataQualityCheckContractTests
{
    public static TheoryData<string> Names => [.. QualityChecks.Find().Select(check => check.Name)];

    [Fact]
    public void Names_and_ranks_are_unique()
    {
        var checks = QualityChecks.Find();

        checks.Select(check => check.Name).ShouldBeUnique();
        checks.Select(check => check.Rank).ShouldBeUnique();
        checks.ShouldContain(check => check is UnitChangeCheck);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Good_rows_speak_against_a_break(string name)
    {
        var check = QualityChecks.Find().Single(check => check.Name == name);
        var world = new SongWorld(31);
        var rows = Enumerable.Range(0, 4_000).Select(_ => world.NextRow()).ToList();
        for (var f = 0; f < SongWorld.Schema.Count; f++)
        {
            double[] values = [.. rows.Select(row => row[f])];
            var well = FeatureProfile.Of(SongWorld.Schema.Features[f], values.AsSpan(0, 2_000));
            if (!check.Applies(well)) continue;

            var weights = new double[2_000];
            for (var hypothesis = 0; hypothesis < check.Hypotheses; hypothesis++)
            {
                check.Weigh(well, hypothesis, values.AsSpan(2_000), weights);

                weights.ShouldAllBe(weight => double.IsFinite(weight));
                weights.Sum().ShouldBeLessThanOrEqualTo(0, $"{SongWorld.Schema.Features[f].Name}, hypothesis {hypothesis}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Odd_values_are_answered_without_an_exception(string name)
    {
        var check = QualityChecks.Find().Single(check => check.Name == name);
        double[] odd = [double.NaN, 0, -0.0, double.Epsilon, double.MaxValue, double.MinValue, 1e-300, 7, 7, 7];
        double[][] samples = [[], [double.NaN, double.NaN], [7, 7, 7], odd, [.. Enumerable.Range(0, 1_000).Select(i => (double)i)]];
        foreach (var sample in samples)
        {
            foreach (var feature in new[] { new Feature("x", FeatureKind.Numeric, []), new Feature("c", FeatureKind.Categorical, ["a", "b"]) })
            {
                var well = FeatureProfile.Of(feature, sample);
                if (!check.Applies(well)) continue;

                var weights = new double[odd.Length];
                for (var hypothesis = 0; hypothesis < check.Hypotheses; hypothesis++)
                {
                    check.Weigh(well, hypothesis, odd, weights);
                    weights.ShouldAllBe(weight => !double.IsNaN(weight));
                    check.Confirms(well, hypothesis, odd);
                    check.Describe(well, hypothesis, odd).ShouldNotBeNullOrWhiteSpace();
                }
            }
        }
    }
}
