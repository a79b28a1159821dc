namespace MonitoringDemo.LiveStory.Measuring;

/// <summary>The mean of the newest values.</summary>
/// <param name="length">How many.</param>
internal sealed class RollingMean(int length)
{
    private readonly Queue<int> _values = new(length + 1);
    private long _sum;

    /// <summary>Adds a value.</summary>
    /// <returns>The mean; NaN until there are as many values as are wanted.</returns>
    public double Add(int value)
    {
        _values.Enqueue(value);
        _sum += value;
        if (_values.Count > length)
            _sum -= _values.Dequeue();
        return _values.Count < length ? double.NaN : (double)_sum / length;
    }
}
