namespace MonitoringDemo.Inference.Serving;

/// <summary>When the last batches were served, for the delay of outcomes. Not thread-safe.</summary>
internal sealed class ServedTimes(int capacity = 1 << 14)
{
    private readonly (long FirstRow, DateTimeOffset Time)[] _ring = new (long, DateTimeOffset)[capacity];
    private long _count;

    public void Add(long firstRow, DateTimeOffset time) => _ring[_count++ % capacity] = (firstRow, time);

    /// <returns>Null when it is too long ago to be known.</returns>
    public DateTimeOffset? Of(long row)
    {
        var (low, high) = (Math.Max(0, _count - capacity), _count);
        var oldest = low;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ring[middle % capacity].FirstRow <= row) low = middle + 1;
            else high = middle;
        }

        return low == oldest ? null : _ring[(low - 1) % capacity].Time;
    }
}
