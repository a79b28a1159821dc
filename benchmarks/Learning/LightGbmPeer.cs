using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.LightGbm;
using MonitoringDemo.Learning.Evaluation;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.LearningSpeed;

/// <summary>LightGBM by ML.NET, with the settings of <c>gradient-boosting</c>; a fresh context each time, since a second training with one context gives another model.</summary>
internal sealed class LightGbmPeer(DataSet data)
{
    // Made before anything is measured.
    private readonly Row[] _rows = Rows(data);

    /// <summary>Trains on one thread.</summary>
    /// <param name="trees">How many trees of 31 leaves.</param>
    /// <param name="held">Rows to measure it on; null for none.</param>
    /// <returns>Accuracy on the rows held out; NaN without.</returns>
    public double Train(int trees, DataSet? held = null)
    {
        var ml = new MLContext(seed: 1);
        var rows = ml.Data.LoadFromEnumerable(_rows);
        var model = ml.BinaryClassification.Trainers.LightGbm(new LightGbmBinaryTrainer.Options
        {
            NumberOfIterations = trees,
            NumberOfLeaves = 31,
            MinimumExampleCountPerLeaf = 20,
            LearningRate = 0.1,
            NumberOfThreads = 1,
            Seed = 1,
        }).Fit(rows);
        if (held is null)
            return double.NaN;

        var scored = model.Transform(ml.Data.LoadFromEnumerable(Rows(held)));
        double[] scores = [.. scored.GetColumn<float>("Probability").Select(score => (double)score)];
        return Evaluator.Evaluate(scores, held.Labels).Accuracy;
    }

    private static Row[] Rows(DataSet data) =>
        [.. Enumerable.Range(0, data.Count).Select(i => new Row { Label = data.Labels[i] == 1, Features = Array.ConvertAll(data.Row(i).ToArray(), value => (float)value) })];

    private sealed class Row
    {
        public bool Label { get; set; }

        [VectorType(SpeedData.Features)]
        public float[] Features { get; set; } = [];
    }
}
