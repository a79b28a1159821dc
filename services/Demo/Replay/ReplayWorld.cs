using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Worlds;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Demo.Replay;

/// <summary>Files as a stream of labelled rows, ready to be served.</summary>
public sealed class ReplayWorld : IWorld, IDisposable
{
    private readonly RowFile _rows;

    internal ReplayWorld(
        string fileName,
        FeatureSchema schema,
        RowFile rows,
        int warmup,
        IOutcomeDelay outcomes,
        IReadOnlyList<InferredColumn> columns,
        LabelClasses classes,
        IReadOnlyList<string> leaks)
    {
        (FileName, Schema, _rows, Warmup, Outcomes) = (fileName, schema, rows, warmup, outcomes);
        (Columns, Classes, Leaks) = (columns, classes, leaks);
    }

    /// <summary>Without its folder.</summary>
    public string FileName { get; }

    /// <summary>The features, inferred from the warm-up.</summary>
    public FeatureSchema Schema { get; }

    /// <summary>Rows of history before the first one that is served.</summary>
    public int Warmup { get; }

    /// <summary>How late outcomes come.</summary>
    public IOutcomeDelay Outcomes { get; }

    /// <summary>What was inferred, for the reader.</summary>
    public IReadOnlyList<InferredColumn> Columns { get; }

    /// <summary>Which label is class 1.</summary>
    public LabelClasses Classes { get; }

    /// <summary>Features that alone predict the label in the warm-up.</summary>
    public IReadOnlyList<string> Leaks { get; }

    /// <summary>Whether the file tells when each row happened.</summary>
    public bool HasTimes { get; init; }

    /// <inheritdoc />
    public long Rows => _rows.Rows;

    /// <summary>Bytes of the temporary file that holds the rows; 0 when they are in memory.</summary>
    public long FileBytes => _rows.FileBytes;

    /// <inheritdoc />
    public long? EventTimeOf(long row) => HasTimes ? (long)_rows.Row(row)[^3] : null;

    /// <inheritdoc />
    public void Generate(long firstRow, Span<double> features, Span<byte> labels)
    {
        for (var i = 0; i < labels.Length; i++)
        {
            var row = _rows.Row(firstRow + i);
            row[..Schema.Count].CopyTo(features[(i * Schema.Count)..]);
            labels[i] = (byte)row[^2];
        }
    }

    public void Dispose() => _rows.Dispose();
}
