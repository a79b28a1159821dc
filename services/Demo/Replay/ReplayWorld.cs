using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Worlds;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Demo.Replay;

/// <summary>A file as a stream of labelled rows, ready to be served.</summary>
/// <param name="FileName">Without its folder.</param>
/// <param name="Schema">The features, inferred from the warm-up.</param>
/// <param name="Values">Row-major, in schema order; NaN is missing, the number of categories stands for one never seen.</param>
/// <param name="Labels">0 or 1 per row.</param>
/// <param name="Warmup">Rows of history before the first one that is served.</param>
/// <param name="Outcomes">How late outcomes come.</param>
/// <param name="Columns">What was inferred, for the reader.</param>
/// <param name="Classes">Which label is class 1.</param>
/// <param name="Leaks">Features that alone predict the label in the warm-up.</param>
public sealed record ReplayWorld(
    string FileName,
    FeatureSchema Schema,
    double[] Values,
    byte[] Labels,
    int Warmup,
    IOutcomeDelay Outcomes,
    IReadOnlyList<InferredColumn> Columns,
    LabelClasses Classes,
    IReadOnlyList<string> Leaks) : IWorld
{
    /// <summary>When each row happened, Unix milliseconds; null when the file does not tell.</summary>
    public long[]? EventTimes { get; init; }

    /// <inheritdoc />
    public long Rows => Labels.Length;

    /// <inheritdoc />
    public long? EventTimeOf(long row) => EventTimes?[row];

    /// <inheritdoc />
    public void Generate(long firstRow, Span<double> features, Span<byte> labels)
    {
        var from = checked((int)firstRow);
        Values.AsSpan(from * Schema.Count, labels.Length * Schema.Count).CopyTo(features);
        Labels.AsSpan(from, labels.Length).CopyTo(labels);
    }
}
