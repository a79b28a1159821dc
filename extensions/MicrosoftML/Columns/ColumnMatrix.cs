using MonitoringDemo.Learning;

namespace MonitoringDemo.MicrosoftML.Columns;

/// <summary>Training rows as ML.NET takes them: row-major single-precision columns, every one finite.</summary>
internal sealed class ColumnMatrix
{
    private readonly float[] _values;
    private readonly byte[] _labels;

    /// <summary>Takes over the values.</summary>
    /// <exception cref="TrainingException">
    /// A value is not finite. ML.NET would drop the row or learn from it without a word, so it never gets to see one.
    /// </exception>
    public ColumnMatrix(float[] values, int width, ReadOnlySpan<byte> labels)
    {
        if (Array.FindIndex(values, value => !float.IsFinite(value)) is var at and >= 0)
            throw new TrainingException($"Column {at % width} of row {at / width} is not a finite number after preparation; this is a mistake in the extension.");
        (_values, Width, _labels) = (values, width, labels.ToArray());
    }

    public int Width { get; }

    public int Rows => _labels.Length;

    public ReadOnlyMemory<float> Row(int index) => _values.AsMemory(index * Width, Width);

    public bool Label(int index) => _labels[index] == 1;
}
