namespace MonitoringDemo.InferenceLog;

/// <summary>One bit per row: whether its outcome is known. In chunks, so that rows that left the log leave memory. Not thread-safe.</summary>
public sealed class OutcomeMap
{
    private const int ChunkRows = 1 << 16;
    private readonly Dictionary<long, ulong[]> _chunks = [];

    /// <summary>Takes note that the outcome of a row is known.</summary>
    /// <returns>False when it was known already.</returns>
    public bool TryAdd(long row)
    {
        ref var word = ref Word(row);
        var bit = 1UL << (int)(row & 63);
        if ((word & bit) != 0) return false;

        word |= bit;
        return true;
    }

    /// <summary>Adds what is not known yet and returns it, in the order given.</summary>
    public OutcomeBatch AddNew(ReadOnlySpan<long> rows, ReadOnlySpan<byte> labels)
    {
        var newRows = new List<long>(rows.Length);
        var newLabels = new List<byte>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            if (!TryAdd(rows[i])) continue;
            newRows.Add(rows[i]);
            newLabels.Add(labels[i]);
        }

        return new OutcomeBatch([.. newRows], [.. newLabels]);
    }

    /// <summary>Takes back what was added.</summary>
    public void Remove(ReadOnlySpan<long> rows)
    {
        foreach (var row in rows) Word(row) &= ~(1UL << (int)(row & 63));
    }

    /// <summary>Lets go of rows that are no longer in the log.</summary>
    public void Forget(long beforeRow)
    {
        foreach (var chunk in _chunks.Keys)
        {
            if ((chunk + 1) * ChunkRows <= beforeRow) _chunks.Remove(chunk);
        }
    }

    private ref ulong Word(long row)
    {
        var (chunk, within) = Math.DivRem(row, ChunkRows);
        if (!_chunks.TryGetValue(chunk, out var words))
            _chunks[chunk] = words = new ulong[ChunkRows / 64];

        return ref words[within >> 6];
    }
}
