using System.Buffers.Binary;
using MonitoringDemo.Learning;
using MonitoringDemo.Learning.Artifacts;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Trainers;

namespace MonitoringDemo.LearningSpeed;

/// <summary>The identity of what every trainer found makes of fixed rows, and of the scores: the same lines on every machine.</summary>
internal static class ModelHashes
{
    // Enough for boosting to share its features and rows among threads.
    private const int Rows = 10_000;

    public static void Print(TextWriter writer)
    {
        var data = Mixed(SpeedData.Make(Rows));
        foreach (var trainer in TrainerCatalog.Find())
            Print(writer, trainer, data, new Dictionary<string, double>());

        Print(writer, TrainerCatalog.Get("gradient-boosting"), data, new Dictionary<string, double>
        {
            ["trees"] = 40,
            ["row-share"] = 0.7,
            ["column-share"] = 0.5,
            ["validation-share"] = 0.2,
            ["patience"] = 5,
        });
    }

    private static void Print(TextWriter writer, IModelTrainer trainer, DataSet data, Dictionary<string, double> parameters)
    {
        var model = trainer.Train(data, parameters, 7);
        var bytes = new byte[data.Count * sizeof(double)];
        for (var i = 0; i < data.Count; i++)
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(i * sizeof(double)), model.Score(data.Row(i)));
        writer.WriteLine($"{trainer.Name}{string.Concat(parameters.Select(p => $" {p.Key}={p.Value}"))} model {ModelArtifact.Sha256(model.ToArtifact())} scores {ModelArtifact.Sha256(bytes)}");
    }

    // The first feature as categories, and a value in seventeen missing.
    private static DataSet Mixed(DataSet data)
    {
        string[] categories = ["low", "middle", "high", "never"];
        var values = data.Values.ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            if (i % SpeedData.Features == 0)
                values[i] = values[i] < -0.5 ? 0 : values[i] < 0.5 ? 1 : 2;
            if (i % 17 == 0)
                values[i] = double.NaN;
        }

        FeatureSchema schema = new(
            [new Feature("band", FeatureKind.Categorical, categories, true), .. data.Schema.Features.Skip(1).Select(feature => feature with { Nullable = true })], data.Schema.Label);
        return new DataSet(schema, values, data.Labels.ToArray(), data.RowNumbers.ToArray());
    }
}
