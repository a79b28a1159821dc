namespace MonitoringDemo.Drift.Monitoring;

/// <summary>How many of the newest rows fell into each bin, block by block of rows.</summary>
internal sealed class CountWindow(int bins, int blocks, int blockRows)
{
    private readonly int[] _counts = new int[bins * blocks];
    private long _block = -1;

    /// <summary>Counts a row; rows come in their order.</summary>
    public void Add(long row, int bin)
    {
        var block = row / blockRows;
        if (block != _block) Begin(block);
        _counts[(int)(block % blocks) * bins + bin]++;
    }

    /// <summary>Adds the window up.</summary>
    /// <returns>How many rows were counted.</returns>
    public int Sum(Span<int> perBin)
    {
        perBin.Clear();
        var rows = 0;
        for (var i = 0; i < _counts.Length; i++)
        {
            perBin[i % bins] += _counts[i];
            rows += _counts[i];
        }

        return rows;
    }

    public void Clear()
    {
        Array.Clear(_counts);
        _block = -1;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_block);
        foreach (var count in _counts) writer.Write(count);
    }

    public void Restore(BinaryReader reader)
    {
        _block = reader.ReadInt64();
        for (var i = 0; i < _counts.Length; i++) _counts[i] = reader.ReadInt32();
    }

    private void Begin(long block)
    {
        // Every block in between, of which nothing came, is empty too.
        for (var next = Math.Max(_block + 1, block - blocks + 1); next <= block; next++) _counts.AsSpan((int)(next % blocks) * bins, bins).Clear();
        _block = block;
    }
}
