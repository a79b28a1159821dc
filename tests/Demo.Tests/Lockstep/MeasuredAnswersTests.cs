using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Lockstep;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Demo.Tests.Lockstep;

public sealed class MeasuredAnswersTests
{
    private const double Near = 0.01;

    [Fact]
    public async Task What_the_metrics_say_of_answers_groups_and_scores_is_what_the_run_did()
    {
        const string scenario = "taste-flip";
        using var folder = new TemporaryFolder();
        using var measured = new CountedMeasurements($"measured-{scenario}");
        var settings = new FleetSettings(FleetAddress.AnyFree, folder.Path, Lockstep: true) { Seed = 3, Options = new Dictionary<string, string?> { ["Model:Name"] = measured.Model } };
        var found = Lockstep.Scenario(scenario);

        var report = await new ScenarioRun(found, found.Manifest.WithSongs(14_000), Seed: 3, Step: 500).PlayAsync(settings, _ => measured.Read(), TestContext.Current.CancellationToken);

        var (scores, rows) = InTheLog(folder.Path);
        RightOf("all").ShouldBe(report.Accuracy.Fleet!.Value, Near);
        // The newest rows are not counted yet; in a group of a few hundred that weighs more.
        foreach (var group in SlicedEvaluator.Evaluate(scores, rows, leastRows: 500)) RightOf(group.Slice).ShouldBe(group.Result.Accuracy, 2 * Near, group.Slice);
        MeasuredDistance().ShouldBe(Distance(scores, rows), Near);
        measured.Sum("mlops_decisions").ShouldBe(report.Decisions.Count);
        measured.BornCounting.ShouldBeEmpty();

        double RightOf(string slice) => measured.Sum("mlops_answers", ("slice", slice), ("result", "right")) / measured.Sum("mlops_answers", ("slice", slice));

        double MeasuredDistance() => Enumerable.Range(0, 10).Select(bin => $"{bin}0-{bin + 1}0 %").Sum(bin =>
            Math.Abs(measured.Sum("mlops_calibration_scores", ("bin", bin)) - measured.Sum("mlops_calibration_outcomes", ("bin", bin), ("outcome", "came")))) / measured.Sum("mlops_calibration_outcomes");
    }

    /// <summary>The expected calibration error, counted anew.</summary>
    private static double Distance(double[] scores, DataSet rows)
    {
        var labels = rows.Labels.ToArray();
        return Enumerable.Range(0, scores.Length).GroupBy(i => Math.Min(9, Math.Floor(scores[i] * 10))).Sum(bin => Math.Abs(bin.Sum(i => scores[i] - labels[i]))) / scores.Length;
    }

    /// <summary>What was served and what came of it.</summary>
    private static (double[] Scores, DataSet Rows) InTheLog(string data)
    {
        using var reader = Stores.Log(new DataDirectory(data)).OpenReader();
        var served = new Dictionary<long, (double[] Values, double Score)>();
        var (scores, values, labels, numbers) = (new List<double>(), new List<double>(), new List<byte>(), new List<long>());
        while (reader.TryRead(out var record))
        {
            if (record is PredictionBatch batch)
            {
                for (var i = 0; i < batch.Count; i++) served[batch.FirstRow + i] = (batch.Row(i).ToArray(), batch.Scores[i]);
            }
            else if (record is OutcomeBatch outcomes)
            {
                for (var i = 0; i < outcomes.Count; i++)
                {
                    scores.Add(served[outcomes.Rows[i]].Score);
                    values.AddRange(served[outcomes.Rows[i]].Values);
                    labels.Add(outcomes.Labels[i]);
                    numbers.Add(outcomes.Rows[i]);
                }
            }
        }

        return ([.. scores], new DataSet(SchemaJson.Read(reader.Schema.Span), [.. values], [.. labels], [.. numbers]));
    }
}
