using System.Text.Json;
using MonitoringDemo.Drift.Multivariate;
using MonitoringDemo.Drift.Performance;
using MonitoringDemo.Drift.Tests.References;
using MonitoringDemo.Learning.Evaluation;

namespace MonitoringDemo.Drift.Tests.Multivariate;

public sealed class MultivariateReferenceTests
{
    [Fact]
    public void Maximum_mean_discrepancy_agrees_with_the_reference()
    {
        var compared = 0;
        foreach (var entry in ReferenceFiles.Cases("mmd.json"))
        {
            var (d, reference, current, expected) = Samples(entry);
            compared++;

            Same(Mmd.MedianBandwidth(reference, d), "alibi_sigma_median");
            Same(new Mmd(0).Test(reference, current, d, 1).Statistic, "alibi_mmd2_rbf_median");
            Same(new Mmd(0, bandwidth: 1.5).Test(reference, current, d, 1).Statistic, "alibi_mmd2_rbf_sigma_1.5");
            Same(new Mmd(0, bandwidth: 1).Test(reference, current, d, 1).Statistic, "frouros_mmd2_rbf_sigma1");
            var p = new Mmd(1_999).Test(reference, current, d, 1).PValue;
            p.ShouldBe(expected.GetProperty("permutation_pvalue").GetDouble(), 0.03, $"{entry.GetProperty("id")}");

            void Same(double ours, string name)
            {
                var theirs = ReferenceFiles.Number(expected.GetProperty(name));
                Tolerance.Statistic(ours, theirs).ShouldBeTrue($"{entry.GetProperty("id")} {name}: {ours:R}, not {theirs:R}");
            }
        }

        compared.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Domain_classifiers_agree_with_the_reference()
    {
        var compared = 0;
        foreach (var entry in ReferenceFiles.Cases("domain_classifier.json"))
        {
            var (d, reference, current, expected) = Samples(entry);
            compared++;

            var logistic = new LogisticDomainClassifier().Test(reference, current, d, 1).Statistic;
            var boosted = new BoostedDomainClassifier().Test(reference, current, d, 1).Statistic;

            logistic.ShouldBe(expected.GetProperty("logistic_regression_auc").GetDouble(), 0.005, $"{entry.GetProperty("id")}");
            boosted.ShouldBe(expected.GetProperty("gradient_boosting_auc").GetDouble(), 0.04, $"{entry.GetProperty("id")}");
        }

        compared.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Areas_under_curves_agree_with_the_reference()
    {
        foreach (var entry in ReferenceFiles.Read("domain_classifier.json").GetProperty("auc_cases").EnumerateArray())
        {
            double[] labels = [.. entry.GetProperty("labels").EnumerateArray().Select(ReferenceFiles.Number)];
            double[] scores = [.. entry.GetProperty("scores").EnumerateArray().Select(ReferenceFiles.Number)];
            var expected = entry.GetProperty("expected");

            var auc = Evaluator.Evaluate(scores, [.. labels.Select(label => (byte)label)]).Auc;
            var precision = PerformanceEstimates.Realise(PerformanceMetric.AveragePrecision, [.. labels.Select(label => (byte)label)], scores, new byte[scores.Length]);

            Tolerance.Statistic(auc, expected.GetProperty("roc_auc").GetDouble()).ShouldBeTrue($"{entry.GetProperty("id")}: {auc:R}");
            Tolerance.Statistic(precision, expected.GetProperty("average_precision").GetDouble()).ShouldBeTrue($"{entry.GetProperty("id")}: {precision:R}");
        }
    }

    [Fact]
    public void Reconstruction_errors_agree_with_the_reference()
    {
        var wrong = new List<string>();
        foreach (var entry in ReferenceFiles.Cases("pca_reconstruction.json"))
        {
            var (d, chunkSize, expected) = (entry.GetProperty("dimensions").GetInt32(), entry.GetProperty("chunk_size").GetInt32(), entry.GetProperty("expected"));
            var reference = Loaded(entry, "reference", d);
            var current = Loaded(entry, "current", d);

            var error = ReconstructionError.Learn(reference, d, chunkSize, entry.GetProperty("n_components").GetDouble()).ShouldNotBeNull();

            error.ExplainedVariance.Count.ShouldBe(expected.GetProperty("components_kept").GetInt32());
            Same(error.ExplainedVariance, "explained_variance_ratio");
            Same(error.ReferenceErrors, "reference_errors");
            Same([error.Lower ?? double.NaN], "lower_threshold");
            Same([error.Upper ?? double.NaN], "upper_threshold");
            List<ReconstructedChunk> chunks = [.. current.Chunk(chunkSize * d).Select(chunk => error.Of(chunk))];
            Same([.. chunks.Select(chunk => chunk.Error)], "current_errors");
            Same([.. chunks.Select(chunk => chunk.SamplingError)], "current_sampling_error");
            chunks.Select(chunk => chunk.IsAlert).ShouldBe(expected.GetProperty("alerts").EnumerateArray().Select(alert => alert.GetBoolean()));

            void Same(IReadOnlyList<double> ours, string name)
            {
                var element = expected.GetProperty(name);
                double[] theirs = element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().Select(ReferenceFiles.Number)] : [ReferenceFiles.Number(element)];
                ours.Count.ShouldBe(theirs.Length, name);
                for (var i = 0; i < theirs.Length; i++)
                {
                    if (!Tolerance.Near(ours[i], theirs[i], 1e-8, 1e-12)) wrong.Add($"{entry.GetProperty("id")} {name} {i}: {ours[i]:R}, not {theirs[i]:R}");
                }
            }
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private static (int Dimensions, double[] Reference, double[] Current, JsonElement Expected) Samples(JsonElement entry) =>
        (entry.GetProperty("dimensions").GetInt32(), ReferenceStream.Generate(entry.GetProperty("reference").GetProperty("generator")),
            ReferenceStream.Generate(entry.GetProperty("current").GetProperty("generator")), entry.GetProperty("expected"));

    private static double[] Loaded(JsonElement entry, string part, int d)
    {
        var z = ReferenceStream.Generate(entry.GetProperty(part).GetProperty("generator"));
        var (loading, noise) = (entry.GetProperty($"{part}_loading").GetDouble(), entry.GetProperty($"{part}_noise").GetDouble());
        var values = new double[z.Length / (d + 1) * d];
        for (var i = 0; i < values.Length; i++) values[i] = noise * z[i / d * (d + 1) + i % d] + loading * z[i / d * (d + 1) + d];
        return values;
    }
}
