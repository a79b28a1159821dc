namespace MonitoringDemo.Drift.Monitoring.Rows;

/// <summary>Outcomes in the order of their arrival, held back until data quality has had the time to look at their rows.</summary>
internal sealed class WaitingOutcomes
{
    private readonly Queue<(long Row, byte Label)> _waiting = new();

    public void Add(long row, byte label) => _waiting.Enqueue((row, label));

    /// <summary>Takes the oldest one, if its row comes before another.</summary>
    public bool TryTake(long before, out long row, out byte label)
    {
        var taken = _waiting.TryPeek(out var oldest) && oldest.Row < before;
        if (taken) _waiting.Dequeue();
        (row, label) = oldest;
        return taken;
    }

    public void Save(BinaryWriter writer)
    {
        writer.Write(_waiting.Count);
        foreach (var (row, label) in _waiting)
        {
            writer.Write(row);
            writer.Write(label);
        }
    }

    public void Restore(BinaryReader reader)
    {
        for (var left = reader.ReadInt32(); left > 0; left--) Add(reader.ReadInt64(), reader.ReadByte());
    }
}
