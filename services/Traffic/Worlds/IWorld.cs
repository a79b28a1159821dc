using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Traffic.Worlds.Outcomes;

namespace MonitoringDemo.Traffic.Worlds;

/// <summary>A stream of labelled rows that can be read from any row on, as often as one likes, with the same result. Read from several threads.</summary>
public interface IWorld
{
    /// <summary>Names the values of a row and the label.</summary>
    FeatureSchema Schema { get; }

    /// <summary>One past the last row; <see cref="long.MaxValue"/> for a world without end.</summary>
    long Rows { get; }

    /// <summary>How late outcomes are known, and which ones never.</summary>
    IOutcomeDelay Outcomes { get; }

    /// <summary>Makes consecutive rows.</summary>
    /// <param name="firstRow">The number of the first row wanted.</param>
    /// <param name="features">Row-major values in schema order, <c>labels.Length × Schema.Count</c>.</param>
    /// <param name="labels">The true label of each row, 0 or 1; its length says how many rows are wanted.</param>
    void Generate(long firstRow, Span<double> features, Span<byte> labels);

    /// <summary>When a row happens in this world: Unix milliseconds, UTC; null when the world has no time.</summary>
    long? EventTimeOf(long row) => null;

    /// <summary>What is reported as the outcome of a row; its true label unless labels go wrong on the way.</summary>
    /// <param name="row">The row's number in the stream.</param>
    /// <param name="label">Its true label.</param>
    byte ReportedLabel(long row, byte label) => label;

    /// <summary>What a row carries beside the columns of the schema; null for nothing.</summary>
    AddedColumn? AddedTo(long row) => null;

    /// <summary>What is sent for a category that the schema does not know.</summary>
    string UnseenCategory(long row, int feature) => "unseen";
}
