using MonitoringDemo.Learning.Numerics;
using MonitoringDemo.Learning.Schema;

namespace MonitoringDemo.Retraining.Tests;

/// <summary>A stream of rows whose truth a test can bend: four numbers and a category, labels by a noisy linear rule.</summary>
internal sealed class World(ulong seed)
{
    public static FeatureSchema Schema { get; } = new(
        [new("a", FeatureKind.Numeric, []), new("b", FeatureKind.Numeric, []), new("c", FeatureKind.Numeric, []), new("d", FeatureKind.Numeric, []), new("group", FeatureKind.Categorical, ["x", "y"])],
        "label");

    private readonly SplitMix64 _random = new(seed);

    /// <summary>Weights of the rule at a row.</summary>
    public Func<long, double[]> Weights { get; init; } = _ => [1.5, 1.0, -1.0, 0.5];

    /// <summary>What the sender makes of the values; the label knows the true ones.</summary>
    public Action<long, double[]> Send { get; init; } = (_, _) => { };

    public (double[] Values, byte Label) Next(long row)
    {
        var values = new double[5];
        var (weights, sum) = (Weights(row), 0.0);
        for (var i = 0; i < 4; i++)
        {
            values[i] = _random.NextNormal();
            sum += weights[i] * values[i];
        }

        values[4] = _random.NextInt(2);
        var label = (byte)(_random.NextDouble() < Deterministic.Sigmoid(sum) ? 1 : 0);
        Send(row, values);
        return (values, label);
    }
}
