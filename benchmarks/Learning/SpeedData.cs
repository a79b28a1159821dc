using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.LearningSpeed;

/// <summary>Seeded rows of twenty normal features; curves, a product and noise decide the label.</summary>
internal static class SpeedData
{
    public const int Features = 20;

    public static DataSet Make(int rows, ulong seed = 1)
    {
        var random = new SplitMix64(seed);
        var (values, labels) = (new double[rows * Features], new byte[rows]);
        for (var i = 0; i < rows; i++)
        {
            var row = values.AsSpan(i * Features, Features);
            for (var j = 0; j < Features; j++)
                row[j] = random.NextNormal();
            var logOdds = row[0] + (row[1] * row[2]) + (row[3] > 0.5 ? 1 : -0.3) + (0.5 * row[4] * row[4]) - 0.5;
            labels[i] = random.NextDouble() < Deterministic.Sigmoid(logOdds) ? (byte)1 : (byte)0;
        }

        var schema = new FeatureSchema([.. Enumerable.Range(0, Features).Select(j => new Feature($"x{j}", FeatureKind.Numeric, []))], "y");
        return new DataSet(schema, values, labels, [.. Enumerable.Range(0, rows).Select(i => (long)i)]);
    }

    /// <summary>Little-endian doubles, row by row, each row followed by its label.</summary>
    public static void Write(DataSet data, string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        for (var i = 0; i < data.Count; i++)
        {
            foreach (var value in data.Row(i))
                writer.Write(value);
            writer.Write((double)data.Labels[i]);
        }
    }
}
