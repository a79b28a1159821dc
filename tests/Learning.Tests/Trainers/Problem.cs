using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Learning.Tasks;

namespace MonitoringDemo.Learning.Tests.Trainers;

/// <summary>Textbook problems, seeded.</summary>
internal static class Problem
{
    public static readonly IReadOnlyDictionary<string, double> Defaults = new Dictionary<string, double>();

    /// <summary>
    /// Three numbers, a noise column and a category decide by log-odds 2 x0 − x1 + 1.5 (key = B); a twentieth of the values is missing.
    /// The best possible accuracy is about 0.83.
    /// </summary>
    public static DataSet Textbook(int rows, ulong seed)
    {
        var schema = new FeatureSchema(
            [
                new("x0", FeatureKind.Numeric, [], true), new("x1", FeatureKind.Numeric, []), new("noise", FeatureKind.Numeric, []),
                new("key", FeatureKind.Categorical, ["A", "B", "C", "never"], true),
            ],
            "y");
        var random = new SplitMix64(seed);
        var (values, labels) = (new double[rows * 4], new byte[rows]);
        for (var i = 0; i < rows; i++)
        {
            var row = values.AsSpan(i * 4, 4);
            (row[0], row[1], row[2], row[3]) = (random.NextNormal(), 10 + (5 * random.NextNormal()), random.NextNormal(), random.NextInt(3));
            var logOdds = (2 * row[0]) - ((row[1] - 10) / 5) + (row[3] == 1 ? 1.5 : -0.5);
            labels[i] = random.NextDouble() < Deterministic.Sigmoid(logOdds) ? (byte)1 : (byte)0;
            if (random.NextDouble() < 0.05)
                row[0] = double.NaN;
            if (random.NextDouble() < 0.05)
                row[3] = double.NaN;
        }

        return Rows(schema, values, labels);
    }

    /// <summary>Four classes by two numbers and a category, the nearer one of four corners; a noise column. The best possible accuracy is about 0.77.</summary>
    public static DataSet Corners(int rows, ulong seed)
    {
        var schema = new FeatureSchema(
            [new("x0", FeatureKind.Numeric, [], true), new("x1", FeatureKind.Numeric, []), new("noise", FeatureKind.Numeric, []), new("key", FeatureKind.Categorical, ["A", "B"], true)],
            "corner",
            new MulticlassClassification(["north", "east", "south", "west"]));
        var random = new SplitMix64(seed);
        var (values, labels) = (new double[rows * 4], new byte[rows]);
        for (var i = 0; i < rows; i++)
        {
            var corner = random.NextInt(4);
            labels[i] = (byte)corner;
            values[i * 4] = (corner is 0 or 1 ? 1 : -1) + random.NextNormal();
            values[(i * 4) + 1] = (corner is 0 or 3 ? 1 : -1) + random.NextNormal();
            values[(i * 4) + 2] = random.NextNormal();
            values[(i * 4) + 3] = random.NextDouble() < 0.8 ? corner / 2 : 1 - (corner / 2);
            if (random.NextDouble() < 0.05)
                values[i * 4] = double.NaN;
        }

        return Rows(schema, values, labels);
    }

    /// <summary>Numeric columns, each filled by a rule of row, column and label; labels alternate.</summary>
    public static DataSet Columns(int rows, int columns, Func<int, int, double> value)
    {
        var schema = Numeric(columns);
        var values = new double[rows * columns];
        for (var i = 0; i < values.Length; i++)
            values[i] = value(i / columns, i % columns);
        return Rows(schema, values, [.. Enumerable.Range(0, rows).Select(i => (byte)(i % 2))]);
    }

    public static FeatureSchema Numeric(int columns) =>
        new([.. Enumerable.Range(0, columns).Select(i => new Feature($"x{i}", FeatureKind.Numeric, [], true))], "y");

    public static DataSet Rows(FeatureSchema schema, double[] values, byte[] labels) =>
        new(schema, values, labels, [.. Enumerable.Range(0, labels.Length).Select(i => (long)i)]);
}
