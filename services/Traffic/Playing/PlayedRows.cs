namespace MonitoringDemo.Traffic.Playing;

/// <summary>What the fleet acknowledged in a session, row by row.</summary>
public sealed class PlayedRows
{
    /// <summary>The world's row number of the first served row.</summary>
    public long FirstRow { get; private set; }

    /// <summary>Rows sent for a prediction.</summary>
    public int Count { get; private set; }

    /// <summary>The rows named by the acknowledged prediction ids (<c>p-{row}</c>), in the order of the stream; -1 where the request failed.</summary>
    public ReadOnlySpan<long> Ids => default;

    /// <summary>The label that was served, 0 or 1; 255 where the request failed.</summary>
    public ReadOnlySpan<byte> Served => default;

    /// <summary>The true label.</summary>
    public ReadOnlySpan<byte> Truth => default;

    /// <summary>The version that answered; 0 where the request failed.</summary>
    public ReadOnlySpan<int> Versions => default;

    /// <summary>Rows that got no answer.</summary>
    public long Failed { get; private set; }

    /// <summary>Outcomes acknowledged.</summary>
    public long Outcomes { get; private set; }

    internal void Begin(long row) => (FirstRow, Count, Failed, Outcomes) = (row, 0, 0, 0);
}
