using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Worlds;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Traffic.Tests.Playing;

/// <summary>A thousand rows of it are longer than a service takes at once: every column is named by a question of a survey.</summary>
internal sealed class WideWorld : IWorld
{
    public FeatureSchema Schema { get; } = new(
        [
            new Feature("energy", FeatureKind.Numeric, []),
            .. Enumerable.Range(0, 60).Select(i => new Feature($"{i}. {new string('q', 90)}?", FeatureKind.Numeric, [])),
        ],
        "hit");

    public long Rows => 2_000;

    public IOutcomeDelay Outcomes { get; } = new ConstantDelay(0);

    public void Generate(long firstRow, Span<double> features, Span<byte> labels)
    {
        for (var i = 0; i < features.Length; i++) features[i] = (firstRow + i) % 7;
        for (var i = 0; i < labels.Length; i++) labels[i] = (byte)((firstRow + i) % 2);
    }
}
