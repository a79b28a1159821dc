namespace MonitoringDemo.Learning.Schema;

/// <summary>Labelled rows in the order of the stream, row-major, never changed after construction.</summary>
public sealed class DataSet
{
    private readonly double[] _values;
    private readonly byte[] _labels;
    private readonly long[] _rowNumbers;
    private readonly int _from;

    /// <summary>Takes over three arrays of equal row count; the caller must not change them afterwards.</summary>
    /// <param name="schema">Names the values of a row.</param>
    /// <param name="values">Row-major, <c>count × schema.Count</c>.</param>
    /// <param name="labels">The class of each row, below the number of the schema's classes.</param>
    /// <param name="rowNumbers">The row's number in the stream, ascending.</param>
    /// <exception cref="ArgumentException">The lengths disagree.</exception>
    public DataSet(FeatureSchema schema, double[] values, byte[] labels, long[] rowNumbers)
        : this(schema, values, labels, rowNumbers, 0, labels?.Length ?? 0)
    {
    }

    private DataSet(FeatureSchema schema, double[] values, byte[] labels, long[] rowNumbers, int from, int count)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(labels);
        ArgumentNullException.ThrowIfNull(rowNumbers);
        if (values.Length != labels.Length * schema.Count || rowNumbers.Length != labels.Length)
            throw new ArgumentException($"{labels.Length} labels need {labels.Length * schema.Count} values and as many row numbers.");

        Schema = schema;
        (_values, _labels, _rowNumbers, _from, Count) = (values, labels, rowNumbers, from, count);
    }

    /// <summary>Names the values of a row.</summary>
    public FeatureSchema Schema { get; }

    /// <summary>How many rows.</summary>
    public int Count { get; }

    /// <summary>The values of row <paramref name="index"/>, in schema order.</summary>
    public ReadOnlySpan<double> Row(int index) => _values.AsSpan((_from + index) * Schema.Count, Schema.Count);

    /// <summary>All values, row-major.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(_from * Schema.Count, Count * Schema.Count);

    /// <summary>The class of each row.</summary>
    public ReadOnlySpan<byte> Labels => _labels.AsSpan(_from, Count);

    /// <summary>The number of each row in the stream.</summary>
    public ReadOnlySpan<long> RowNumbers => _rowNumbers.AsSpan(_from, Count);

    /// <summary>The rows [from, to) without copying.</summary>
    public DataSet Slice(int from, int to)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, to);
        return new DataSet(Schema, _values, _labels, _rowNumbers, _from + from, to - from);
    }
}
