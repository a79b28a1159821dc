using System.Text.Json;
using MonitoringDemo.Drift.Tests.References;
using MonitoringDemo.Drift.TwoSample;

namespace MonitoringDemo.Drift.Tests.TwoSample;

public sealed class CategoricalReferenceTests
{
    [Fact]
    public void Tests_and_distances_of_categories_agree_with_the_references()
    {
        var wrong = new List<string>();
        var compared = 0;
        foreach (var entry in ReferenceFiles.Cases("batch_categorical.json"))
        {
            var (counts, others) = (entry.GetProperty("reference_counts"), entry.GetProperty("current_counts"));
            string[] names = [.. counts.EnumerateObject().Concat(others.EnumerateObject()).Select(count => count.Name).Distinct()];
            var (reference, current) = (Codes(counts, names), Codes(others, names));
            foreach (var expected in entry.GetProperty("expected").EnumerateObject())
            {
                if (expected.Value.ValueKind == JsonValueKind.Object || Ours(expected.Name, reference, current) is not { } ours) continue;

                var theirs = ReferenceFiles.Number(expected.Value);
                compared++;
                var near = expected.Name.Contains("pvalue", StringComparison.Ordinal) ? Tolerance.PValue(ours, theirs)
                    : expected.Name is "js_distance_base2" or "nannyml_hellinger" ? Tolerance.Root(ours, theirs)
                    : Tolerance.Statistic(ours, theirs);
                if (!near) wrong.Add($"{entry.GetProperty("id")} {expected.Name}: {ours:R}, not {theirs:R}");
            }
        }

        compared.ShouldBeGreaterThan(10);
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private static double? Ours(string id, double[] reference, double[] current)
    {
        var pooled = PooledSample.Of(reference, current);
        return id switch
        {
            "chi2_contingency_statistic_yates_default" => new ContingencyChiSquare().Test(reference, current).Statistic,
            "chi2_contingency_pvalue_yates_default" => new ContingencyChiSquare().Test(reference, current).PValue,
            "chi2_contingency_dof" => pooled.Values.Length - 1,
            "chi2_contingency_statistic_uncorrected" => ContingencyChiSquare.Of(pooled, yates: false).Statistic,
            "chi2_contingency_pvalue_uncorrected" => ContingencyChiSquare.Of(pooled, yates: false).PValue,
            "g_test_contingency_statistic_uncorrected" => new GTest().Test(reference, current).Statistic,
            "g_test_contingency_pvalue_uncorrected" => new GTest().Test(reference, current).PValue,
            "cramers_v_uncorrected" => new CramersV().Test(reference, current).Statistic,
            "total_variation_distance" => new TotalVariation().Test(reference, current).Statistic,
            "js_divergence_nats" => new JensenShannon().Test(reference, current).Statistic,
            "js_distance_base2" => Math.Sqrt(new JensenShannon().Test(reference, current).Statistic / Math.Log(2)),
            "nannyml_hellinger" => new Hellinger().Test(reference, current).Statistic,
            "nannyml_l_infinity" => new LInfinity().Test(reference, current).Statistic,
            "fisher_exact_pvalue" => new FisherExact().Test(reference, current).PValue,
            _ => null,
        };
    }

    private static double[] Codes(JsonElement counts, string[] names) =>
        [.. counts.EnumerateObject().SelectMany(count => Enumerable.Repeat((double)Array.IndexOf(names, count.Name), count.Value.GetInt32()))];
}
