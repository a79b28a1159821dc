namespace MonitoringDemo.Drift.Windows;

/// <summary>The newest values of a stream, at most as many as its capacity.</summary>
internal sealed class Ring(int capacity)
{
    private readonly double[] _values = new double[capacity];
    private int _next;

    public int Count { get; private set; }

    public bool IsFull => Count == _values.Length;

    public double Oldest => this[0];

    /// <summary>Counted from the oldest value, 0.</summary>
    public double this[int index]
    {
        get
        {
            var position = _next - Count + index;
            return _values[position < 0 ? position + _values.Length : position];
        }
    }

    /// <summary>Counted back from the newest value, 0.</summary>
    public double Newest(int back) => this[Count - 1 - back];

    public void Add(double value)
    {
        _values[_next] = value;
        _next = _next + 1 == _values.Length ? 0 : _next + 1;
        if (Count < _values.Length)
            Count++;
    }

    /// <summary>Copies the values from <paramref name="from"/> on, oldest first.</summary>
    public void CopyTo(Span<double> target, int from)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = this[from + i];
    }

    public void Clear() => (_next, Count) = (0, 0);

    public void Save(BinaryWriter writer)
    {
        writer.Write(Count);
        for (var i = 0; i < Count; i++)
            writer.Write(this[i]);
    }

    public void Restore(BinaryReader reader)
    {
        Clear();
        var count = reader.ReadInt32();
        for (var i = 0; i < count; i++)
            Add(reader.ReadDouble());
    }
}
