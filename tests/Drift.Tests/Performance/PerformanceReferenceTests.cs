using System.Text.Json;
using MonitoringDemo.Drift.Performance;
using MonitoringDemo.Drift.Tests.References;
using MonitoringDemo.Learning.Calibration;

namespace MonitoringDemo.Drift.Tests.Performance;

public sealed class PerformanceReferenceTests
{
    private static readonly (string Name, PerformanceMetric Metric)[] Metrics =
    [
        ("roc_auc", PerformanceMetric.RocAuc), ("average_precision", PerformanceMetric.AveragePrecision), ("f1", PerformanceMetric.F1),
        ("precision", PerformanceMetric.Precision), ("recall", PerformanceMetric.Recall), ("specificity", PerformanceMetric.Specificity),
        ("accuracy", PerformanceMetric.Accuracy),
    ];

    [Fact]
    public void Point_estimates_agree_with_the_reference()
    {
        foreach (var entry in Entries("point_estimates"))
        {
            var (calibrated, scores, predicted) = (Numbers(entry, "calibrated_probability"), Numbers(entry, "model_score"), Bytes(Numbers(entry, "predicted_label")));
            foreach (var (name, metric) in Metrics)
            {
                var ours = PerformanceEstimates.Estimate(metric, calibrated, scores, predicted);

                var theirs = ReferenceFiles.Number(entry.GetProperty("expected").GetProperty($"estimated_{name}"));
                Tolerance.Statistic(ours, theirs).ShouldBeTrue($"{entry.GetProperty("id")} {name}: {ours:R}, not {theirs:R}");
            }
        }
    }

    [Fact]
    public void Isotonic_calibration_agrees_with_the_reference()
    {
        foreach (var entry in Entries("isotonic"))
        {
            var calibrator = IsotonicCalibrator.Fit(Numbers(entry, "scores"), Bytes(Numbers(entry, "labels")));

            var expected = entry.GetProperty("expected");
            foreach (var (query, theirs) in Numbers(entry, "query").Zip(Numbers(expected, "calibrated")))
                Tolerance.Near(calibrator.Calibrate(query), theirs, 1e-8, 1e-12).ShouldBeTrue($"{entry.GetProperty("id")} at {query}");
            calibrator.Scores.ShouldBe(Numbers(expected, "thresholds_x"));
            foreach (var (ours, theirs) in calibrator.Probabilities.Zip(Numbers(expected, "thresholds_y")))
                Tolerance.Near(ours, theirs, 1e-8, 1e-12).ShouldBeTrue($"{entry.GetProperty("id")}: {ours:R}, not {theirs:R}");
        }
    }

    [Fact]
    public void Chunks_agree_with_the_reference_from_end_to_end()
    {
        var wrong = new List<string>();
        foreach (var entry in Entries("end_to_end"))
        {
            var (expected, chunk) = (entry.GetProperty("expected"), entry.GetProperty("chunk_size").GetInt32());
            var (scores, labels, predicted) = World(entry, "reference");
            var (newScores, newLabels, newPredicted) = World(entry, "current");
            var calibrator = expected.GetProperty("needs_calibration").GetBoolean() ? IsotonicCalibrator.Fit(scores, labels) : null;
            var estimator = new PerformanceEstimator(scores, labels, predicted, chunk, calibrator);

            var chunks = Enumerable.Range(0, newScores.Length / chunk).Select(i => new Range(i * chunk, (i + 1) * chunk)).ToList();
            foreach (var (name, metric) in Metrics.Where(m => expected.GetProperty("metrics").TryGetProperty(m.Name, out _)))
            {
                var theirs = expected.GetProperty("metrics").GetProperty(name);
                for (var i = 0; i < chunks.Count; i++)
                {
                    var estimate = estimator.Estimate(newScores[chunks[i]], newPredicted[chunks[i]])[(int)metric];
                    var realised = PerformanceEstimates.Realise(metric, newLabels[chunks[i]], newScores[chunks[i]], newPredicted[chunks[i]]);

                    Compare(estimate.Value, Number(theirs, "estimated_current", i), "estimate");
                    Compare(estimate.SamplingError, Number(theirs, "sampling_error_current", i), "sampling error");
                    Compare(estimate.Lower ?? double.NaN, ReferenceFiles.Number(theirs.GetProperty("lower_threshold")), "lower threshold");
                    Compare(estimate.Upper ?? double.NaN, ReferenceFiles.Number(theirs.GetProperty("upper_threshold")), "upper threshold");
                    Compare(realised, Number(theirs, "realized_current", i), "realised");
                    if (estimate.IsAlert != theirs.GetProperty("alert_current")[i].GetBoolean()) wrong.Add($"{entry.GetProperty("id")} {name} {i}: alert is {estimate.IsAlert}");

                    void Compare(double ours, double value, string what)
                    {
                        if (!Tolerance.Near(ours, value, 1e-8, 1e-12)) wrong.Add($"{entry.GetProperty("id")} {name} {i} {what}: {ours:R}, not {value:R}");
                    }
                }
            }

            var error = ReliabilityTable.EqualMass(scores, labels).ExpectedCalibrationError;
            Tolerance.Near(error, expected.GetProperty("expected_calibration_error_10_bins_reference").GetDouble(), 1e-8, 1e-12).ShouldBeTrue($"{error:R}");
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private static JsonElement.ArrayEnumerator Entries(string part)
    {
        var entries = ReferenceFiles.Read("cbpe.json").GetProperty(part);
        entries.GetArrayLength().ShouldBeGreaterThan(0);
        return entries.EnumerateArray();
    }

    private static (double[] Scores, byte[] Labels, byte[] Predicted) World(JsonElement entry, string part)
    {
        var scores = ReferenceStream.Generate(entry.GetProperty(part).GetProperty("score_generator"));
        var uniforms = ReferenceStream.Generate(entry.GetProperty(part).GetProperty("label_uniform"));
        var power = entry.GetProperty("label_power").GetDouble();
        byte[] labels = [.. uniforms.Zip(scores, (u, score) => u < Math.Pow(score, power) ? (byte)1 : (byte)0)];
        return (scores, labels, [.. scores.Select(score => score >= 0.5 ? (byte)1 : (byte)0)]);
    }

    private static double[] Numbers(JsonElement element, string name) => [.. element.GetProperty(name).EnumerateArray().Select(ReferenceFiles.Number)];

    private static double Number(JsonElement element, string name, int index) => ReferenceFiles.Number(element.GetProperty(name)[index]);

    private static byte[] Bytes(double[] values) => [.. values.Select(value => (byte)value)];
}
