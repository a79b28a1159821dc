using FsCheck.Fluent;
using Microsoft.ML.OnnxRuntime;
using MonitoringDemo.Properties;

namespace MonitoringDemo.Onnx.Tests;

public sealed class OnnxExportPropertyTests
{
    private const double ThousandModels = 5;

    [Fact]
    public void A_model_gives_the_same_scores_in_OnnxRuntime_for_any_row()
    {
        var seeds = Gen.Choose(0, int.MaxValue - 1);

        static void Agrees(int seed)
        {
            var random = new Random(seed);
            var model = RandomModels.Make(random);
            double[][] rows = [.. Enumerable.Range(0, 50).Select(_ => RandomModels.Row(random, model.Schema))];
            using var session = new InferenceSession(OnnxExport.Write(model, new ExportedAs("hits", 1, "00")));
            var there = Runtime.Scores(session, model.Schema, rows);
            for (var i = 0; i < rows.Length; i++)
                there[i].ShouldBe(model.Score(rows[i]), 1e-12, $"{model.Algorithm} on {string.Join(", ", rows[i])}");
        }

        Claim.Holds(seeds, Agrees, share: ThousandModels);
    }
}
