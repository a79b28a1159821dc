using MonitoringDemo.DetectionQuality.Streams;
using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.DetectionQuality.Budget;

/// <summary>Rows of twenty features of every kind that never change, a model that scores them, and labels drawn from its scores.</summary>
internal sealed class StationaryWorld(ulong seed)
{
    private static readonly int[] CategoryCounts = [3, 8, 12];

    private StreamGenerator _random = new(seed);

    /// <summary>Six normal, three heavy-tailed, three skewed, three binary, two whole, three categorical; three of them with missing values.</summary>
    public static FeatureSchema Schema { get; } = new(
        [
            .. Numbers("normal", 6, missing: 4),
            .. Numbers("heavy", 3, missing: 2),
            .. Numbers("skewed", 3),
            .. Numbers("binary", 3),
            .. Numbers("whole", 2),
            .. CategoryCounts.Select((count, i) => new Feature(
                $"category{i}", FeatureKind.Categorical, [.. Enumerable.Range(0, count).Select(code => $"c{code}")], Nullable: i == 1)),
        ],
        "label");

    /// <summary>The first categorical feature.</summary>
    public static int Category => Schema.IndexOf("category0");

    /// <summary>Draws a row and gives the model's probability of class 1.</summary>
    public double Next(Span<double> row)
    {
        for (var i = 0; i < 6; i++) row[i] = 10 * i + (i + 1) * _random.Normal();
        for (var i = 6; i < 9; i++) row[i] = 0.2 * _random.Normal() / (_random.Uniform() + 0.05);
        for (var i = 9; i < 12; i++)
        {
            var z = _random.Normal();
            row[i] = z * z;
        }

        row[12] = _random.Uniform() < 0.05 ? 1 : 0;
        row[13] = _random.Uniform() < 0.2 ? 1 : 0;
        row[14] = _random.Uniform() < 0.5 ? 1 : 0;
        row[15] = Math.Floor(_random.Uniform() * 6);
        row[16] = Math.Floor(_random.Uniform() * 1_000);

        // The later a category, the rarer.
        for (var i = 0; i < CategoryCounts.Length; i++)
        {
            var u = _random.Uniform();
            row[17 + i] = Math.Floor(u * u * CategoryCounts[i]);
        }

        var score = Deterministic.Sigmoid(0.8 * (row[0] - 0) + 0.3 * ((row[1] - 10) / 2) + 0.5 * row[9] - 0.6 * row[13] + 0.2 * (row[15] - 2.5) - 0.4);
        if (_random.Uniform() < 0.05) row[4] = double.NaN;
        if (_random.Uniform() < 0.02) row[8] = double.NaN;
        if (_random.Uniform() < 0.03) row[18] = double.NaN;
        return score;
    }

    public byte LabelFor(double score) => (byte)(_random.Uniform() < score ? 1 : 0);

    private static IEnumerable<Feature> Numbers(string name, int count, int missing = -1) =>
        Enumerable.Range(0, count).Select(i => new Feature($"{name}{i}", FeatureKind.Numeric, [], Nullable: i == missing));
}
