namespace MonitoringDemo.Drift.Monitoring.Distribution;

/// <summary>How many of the newest rows fell into each bin, block by block of rows.</summary>
internal sealed class CountWindow(int bins, int blocks, int blockRows)
{
    private readonly int[] _counts = new int[bins * blocks];
    private long _block = -1, _blockEnd;
    private int _offset;

    /// <summary>Counts a row; rows come in their order.</summary>
    public void Add(long row, int bin)
    {
        if (row >= _blockEnd) Begin(row / blockRows);
        _counts[_offset + bin]++;
    }

    /// <summary>Adds the window up.</summary>
    /// <returns>How many rows were counted.</returns>
    public int Sum(Span<int> perBin)
    {
        perBin.Clear();
        var rows = 0;
        for (var block = 0; block < blocks; block++)
        {
            var counts = _counts.AsSpan(block * bins, bins);
            for (var bin = 0; bin < counts.Length; bin++)
            {
                perBin[bin] += counts[bin];
                rows += counts[bin];
            }
        }

        return rows;
    }

    public void Clear()
    {
        Array.Clear(_counts);
        (_block, _blockEnd) = (-1, 0);
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_block);
        foreach (var count in _counts) writer.Write(count);
    }

    public void Restore(BinaryReader reader)
    {
        SetBlock(reader.ReadInt64());
        for (var i = 0; i < _counts.Length; i++) _counts[i] = reader.ReadInt32();
    }

    private void Begin(long block)
    {
        // Every block in between, of which nothing came, is empty too.
        for (var next = Math.Max(_block + 1, block - blocks + 1); next <= block; next++) _counts.AsSpan((int)(next % blocks) * bins, bins).Clear();
        SetBlock(block);
    }

    private void SetBlock(long block) => (_block, _blockEnd, _offset) = (block, (block + 1) * blockRows, (int)(Math.Max(0, block) % blocks) * bins);
}
