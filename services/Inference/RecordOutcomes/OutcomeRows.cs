namespace MonitoringDemo.Inference.RecordOutcomes;

/// <summary>The rows and labels of one request.</summary>
internal sealed class OutcomeRows
{
    private long[] _rows = new long[512];
    private byte[] _labels = new byte[512];

    public int Count { get; private set; }

    public ReadOnlySpan<long> Rows => _rows.AsSpan(0, Count);

    public ReadOnlySpan<byte> Labels => _labels.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(long row, byte label)
    {
        if (Count == _rows.Length)
        {
            Array.Resize(ref _rows, 2 * Count);
            Array.Resize(ref _labels, 2 * Count);
        }

        _rows[Count] = row;
        _labels[Count++] = label;
    }
}
