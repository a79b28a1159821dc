using System.Text.Json;
using MonitoringDemo.Drift.Tests.References;
using MonitoringDemo.Drift.TwoSample;

namespace MonitoringDemo.Drift.Tests.TwoSample;

public sealed class NumericReferenceTests
{
    // The reference takes its series for the body from 1 and stops it at 1e-7: below that its p values are what is left of rounding.
    private const double FloorOfTheReference = 1e-6;

    private static readonly string[] Comparisons = ["evidently_", "nannyml_", "frouros_", "alibi_"];

    [Fact]
    public void Tests_and_distances_of_numbers_agree_with_the_references()
    {
        var wrong = new List<string>();
        var compared = 0;
        foreach (var entry in ReferenceFiles.Cases("batch_numeric.json"))
        {
            var (reference, current) = (Values(entry.GetProperty("reference")), Values(entry.GetProperty("current")));
            foreach (var expected in entry.GetProperty("expected").EnumerateObject())
            {
                if (Comparisons.Any(expected.Name.StartsWith)) continue;
                if (expected.Value.ValueKind == JsonValueKind.Object && expected.Value.TryGetProperty("empty", out _)) continue;

                var (ours, theirs) = (Ours(expected.Name, reference, current), Tolerance.Expected(expected.Value));
                compared++;
                var near = expected.Name == "cvm_pvalue_asymptotic" && theirs < FloorOfTheReference ? ours > 0 && ours < theirs
                    : expected.Name.Contains("pvalue", StringComparison.Ordinal) ? Tolerance.PValue(ours, theirs)
                    : expected.Name == "energy_distance" ? Tolerance.Root(ours, theirs)
                    : Tolerance.Statistic(ours, theirs);
                if (!near) wrong.Add($"{entry.GetProperty("id")} {expected.Name}: {ours:R}, not {theirs:R}");
            }
        }

        compared.ShouldBeGreaterThan(20);
        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private static double Ours(string id, double[] reference, double[] current)
    {
        var (r, c) = (PooledSample.Sorted(reference), PooledSample.Sorted(current));
        var pooled = PooledSample.Of(reference, current);
        if (pooled.IsEmpty) return double.NaN;
        var gap = KolmogorovSmirnov.Gap(r, c);
        return id switch
        {
            "ks_statistic" => new KolmogorovSmirnov().Test(reference, current).Statistic,
            "ks_pvalue_exact" => KolmogorovSmirnovExact.PValue(gap, r.Length, c.Length),
            "ks_pvalue_scipy_asymp" => KolmogorovSmirnov.AsymptoticPValue(gap, r.Length, c.Length),
            "ks_pvalue_kolmogorov_limit" => KolmogorovSmirnov.LimitPValue(gap, r.Length, c.Length),
            "ks_pvalue_scipy_auto" => new KolmogorovSmirnov().Test(reference, current).PValue,
            "cvm_statistic" => CramerVonMises.Statistic(pooled),
            "cvm_pvalue_asymptotic" => CramerVonMises.AsymptoticPValue(pooled),
            "cvm_pvalue_exact" => CramerVonMises.ExactPValue(pooled),
            "ad_ksamp_statistic" => new AndersonDarling().Test(reference, current).Statistic,
            "ad_ksamp_pvalue_clipped" => new AndersonDarling().Test(reference, current).PValue,
            "mannwhitney_u" => new MannWhitney().Test(reference, current).Statistic,
            "mannwhitney_pvalue_two_sided" => new MannWhitney().Test(reference, current).PValue,
            "welch_t" => new WelchT().Test(reference, current).Statistic,
            "welch_pvalue" => new WelchT().Test(reference, current).PValue,
            "wasserstein" => new Wasserstein().Test(reference, current).Statistic,
            "energy_distance" => new EnergyDistance().Test(reference, current).Statistic,
            "psi_quantile10" => new QuantilePsi().Test(reference, current).Statistic,
            "psi_quantile10_bins" => QuantilePsi.Edges(r).Length + 1,
            "psi_quantile10_chi2_pvalue" => new QuantilePsi().Test(reference, current).PValue,
            _ => throw new InvalidDataException($"No formula for {id}."),
        };
    }

    private static double[] Values(JsonElement sample) => sample.TryGetProperty("generator", out var generator)
        ? ReferenceStream.Generate(generator)
        : [.. sample.GetProperty("values").EnumerateArray().Select(ReferenceFiles.Number)];
}
