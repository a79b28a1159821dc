using System.Text.Json;
using MonitoringDemo.Drift.Performance;
using MonitoringDemo.Drift.Tests.References;

namespace MonitoringDemo.Drift.Tests.Performance;

public sealed class DirectLossEstimatorTests
{
    private static readonly (string Name, LossMetric Metric)[] Metrics =
        [("mae", LossMetric.MeanAbsoluteError), ("mse", LossMetric.MeanSquaredError), ("rmse", LossMetric.RootMeanSquaredError)];

    [Fact]
    public void Losses_agree_with_the_reference_though_its_features_depend_on_each_other()
    {
        var wrong = new List<string>();
        foreach (var entry in ReferenceFiles.Cases("dle_least_squares.json"))
        {
            var (features, predictions, targets) = World(entry, "reference", 0);
            var (newFeatures, newPredictions, _) = World(entry, "current", entry.GetProperty("current_x1_shift").GetDouble());
            var chunk = entry.GetProperty("chunk_size").GetInt32();
            foreach (var (name, metric) in Metrics)
            {
                var theirs = entry.GetProperty("expected").GetProperty(name);
                var estimator = new DirectLossEstimator(metric, features, predictions, targets, chunk);
                for (var i = 0; i < newPredictions.Length / chunk; i++)
                {
                    var estimate = estimator.Estimate(newFeatures.AsSpan(3 * i * chunk, 3 * chunk), newPredictions.AsSpan(i * chunk, chunk));

                    Compare(estimate.Value, theirs.GetProperty("estimated_current")[i]);
                    Compare(estimate.SamplingError, theirs.GetProperty("sampling_error_current")[i]);

                    // The reference takes the root of its realised root mean squared error twice, so its thresholds are no measure.
                    if (metric == LossMetric.RootMeanSquaredError) continue;
                    Compare(estimate.Lower ?? double.NaN, theirs.GetProperty("lower_threshold"));
                    Compare(estimate.Upper ?? double.NaN, theirs.GetProperty("upper_threshold"));
                    estimate.IsAlert.ShouldBe(theirs.GetProperty("alert_current")[i].GetBoolean());

                    void Compare(double ours, JsonElement value)
                    {
                        if (!Tolerance.Near(ours, ReferenceFiles.Number(value), 1e-8, 1e-12)) wrong.Add($"{entry.GetProperty("id")} {name} {i}: {ours:R}, not {value}");
                    }
                }
            }
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    [Fact]
    public void Constant_missing_and_single_rows_give_no_alert()
    {
        var constant = new DirectLossEstimator(LossMetric.MeanAbsoluteError, [1, 1, 1, 1], [2, 2, 2, 2], [2, 3, 2, 3], chunkSize: 2);
        var single = new DirectLossEstimator(LossMetric.RootMeanSquaredError, [1], [2], [3], chunkSize: 2);

        constant.Estimate([1, 1], [2, 2]).Value.ShouldBe(0.5, 1e-12);
        constant.Estimate([1, double.NaN], [double.NaN, 2]).IsAlert.ShouldBeFalse();
        constant.Estimate([], []).Value.ShouldBe(double.NaN);
        single.Estimate([5], [9]).IsAlert.ShouldBeFalse();
    }

    [Fact]
    public void Lengths_that_disagree_and_a_reference_without_a_complete_row_are_refused()
    {
        Should.Throw<ArgumentException>(() => new DirectLossEstimator(LossMetric.MeanSquaredError, [1, 2, 3], [1, 2], [1, 2], 1)).Message.ShouldContain("as many features");
        Should.Throw<ArgumentException>(() => new DirectLossEstimator(LossMetric.MeanSquaredError, [1], [1], [double.NaN], 1)).Message.ShouldContain("missing value");
    }

    private static (double[] Features, double[] Predictions, double[] Targets) World(JsonElement entry, string part, double shift)
    {
        var z = ReferenceStream.Generate(entry.GetProperty(part).GetProperty("generator"));
        var (slope, rows) = (entry.GetProperty("noise_slope").GetDouble(), z.Length / 3);
        var (features, predictions, targets) = (new double[z.Length], new double[rows], new double[rows]);
        for (var i = 0; i < rows; i++)
        {
            var (x1, x2) = (z[3 * i] + shift, z[3 * i + 1]);
            (features[3 * i], features[3 * i + 1], features[3 * i + 2]) = (x1, Math.Abs(x1), x2);
            predictions[i] = 2 * x1 - x2 + 10;
            targets[i] = predictions[i] + slope * Math.Abs(x1) * z[3 * i + 2];
        }

        return (features, predictions, targets);
    }
}
