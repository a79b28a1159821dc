namespace MonitoringDemo.Drift.Sequential;

/// <summary>Adaptive windowing: keeps the longest window whose older and newer parts have the same mean.</summary>
/// <remarks>
/// Memory is logarithmic in the window. Not free of scale: standardise the stream. Source: A. Bifet and R. Gavaldà,
/// "Learning from Time-Changing Data with Adaptive Windowing", SDM 2007.
/// </remarks>
public sealed class Adwin : SequentialDetector
{
    private const int MaxLevels = 48;

    private readonly double _delta;
    private readonly int _clock;
    private readonly int _capacity;
    private readonly int _minWindowLength;
    private readonly int _gracePeriod;

    // Level i holds up to _capacity buckets of 2^i values, oldest first; one place more for the merge.
    private readonly double[] _totals;
    private readonly double[] _variances;
    private readonly int[] _counts = new int[MaxLevels];
    private int _levels = 1;
    private int _untilCheck;
    private long _width;
    private double _total;
    private double _variance;

    /// <summary>Creates the detector with its defaults.</summary>
    public Adwin()
        : this(0.002)
    {
    }

    /// <summary>Creates the detector.</summary>
    /// <param name="delta">Confidence of a cut; smaller cuts less.</param>
    /// <param name="clock">Values between two checks.</param>
    /// <param name="maxBuckets">Buckets of one size before two are merged.</param>
    /// <param name="minWindowLength">Values that each part of a cut must have.</param>
    /// <param name="gracePeriod">Width of the window before it may speak.</param>
    public Adwin(double delta, int clock = 32, int maxBuckets = 5, int minWindowLength = 5, int gracePeriod = 10)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(clock, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBuckets, 1);
        (_delta, _clock, _capacity, _minWindowLength, _gracePeriod) = (delta, clock, maxBuckets, minWindowLength, gracePeriod);
        _totals = new double[MaxLevels * (maxBuckets + 1)];
        _variances = new double[_totals.Length];
        _untilCheck = clock;
    }

    /// <inheritdoc/>
    public override string Name => "adwin";

    /// <summary>Values in the window.</summary>
    public long Width => _width;

    /// <summary>The mean of the window; 0 when it is empty.</summary>
    public double Mean => _width == 0 ? 0 : _total / _width;

    /// <inheritdoc/>
    protected override void Take(double value)
    {
        Insert(value);
        if (--_untilCheck > 0)
            return;

        _untilCheck = _clock;
        if (_width > _gracePeriod)
            DriftDetected = Shrink();
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        Array.Clear(_counts);
        (_levels, _untilCheck, _width, _total, _variance) = (1, _clock, 0, 0, 0);
    }

    /// <inheritdoc/>
    protected override void SaveState(BinaryWriter writer)
    {
        writer.Write(_levels);
        writer.Write(_untilCheck);
        writer.Write(_width);
        writer.Write(_total);
        writer.Write(_variance);
        for (var level = 0; level < _levels; level++)
        {
            writer.Write(_counts[level]);
            for (var i = 0; i < _counts[level]; i++)
            {
                writer.Write(_totals[Place(level) + i]);
                writer.Write(_variances[Place(level) + i]);
            }
        }
    }

    /// <inheritdoc/>
    protected override void RestoreState(BinaryReader reader)
    {
        Clear();
        (_levels, _untilCheck, _width, _total, _variance) =
            (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt64(), reader.ReadDouble(), reader.ReadDouble());
        for (var level = 0; level < _levels; level++)
        {
            _counts[level] = reader.ReadInt32();
            for (var i = 0; i < _counts[level]; i++)
                (_totals[Place(level) + i], _variances[Place(level) + i]) = (reader.ReadDouble(), reader.ReadDouble());
        }
    }

    private int Place(int level) => level * (_capacity + 1);

    private void Insert(double value)
    {
        if (_width > 0)
        {
            var difference = value - _total / _width;
            _variance += _width * (difference * difference) / (_width + 1);
        }

        _width++;
        _total += value;
        Append(0, value, 0);
        for (var level = 0; _counts[level] > _capacity; level++)
            MergeOldestTwo(level);
    }

    private void Append(int level, double total, double variance)
    {
        var place = Place(level) + _counts[level]++;
        _totals[place] = total;
        _variances[place] = variance;
        if (level == _levels)
            _levels++;
    }

    private void MergeOldestTwo(int level)
    {
        var place = Place(level);
        double size = 1L << level;
        var difference = _totals[place] / size - _totals[place + 1] / size;
        var total = _totals[place] + _totals[place + 1];
        var variance = _variances[place] + _variances[place + 1] + size * size * (difference * difference) / (size + size);
        RemoveOldest(level, 2);
        Append(level + 1, total, variance);
    }

    private void RemoveOldest(int level, int buckets)
    {
        var place = Place(level);
        _counts[level] -= buckets;
        _totals.AsSpan(place + buckets, _counts[level]).CopyTo(_totals.AsSpan(place));
        _variances.AsSpan(place + buckets, _counts[level]).CopyTo(_variances.AsSpan(place));
    }

    /// <summary>Drops oldest buckets until no cut separates two different means.</summary>
    private bool Shrink()
    {
        var shrunk = false;
        while (HasCut())
        {
            DropOldestBucket();
            shrunk = true;
        }

        return shrunk;
    }

    private bool HasCut()
    {
        var log = Math.Log(2 * Math.Log(_width) / _delta);
        var spread = 2.0 * (_variance / _width) * log;
        long older = 0;
        var olderTotal = 0.0;
        for (var level = _levels - 1; level >= 0; level--)
        {
            var place = Place(level);
            var last = level == 0 ? _counts[0] - 1 : _counts[level];
            for (var i = 0; i < last; i++)
            {
                older += 1L << level;
                olderTotal += _totals[place + i];
                var newer = _width - older;
                if (older < _minWindowLength || newer < _minWindowLength)
                    continue;

                var m = 1.0 / (older - _minWindowLength + 1) + 1.0 / (newer - _minWindowLength + 1);
                var epsilon = Math.Sqrt(m * spread) + 2.0 / 3.0 * log * m;
                if (Math.Abs(olderTotal / older - (_total - olderTotal) / newer) > epsilon)
                    return true;
            }
        }

        return false;
    }

    private void DropOldestBucket()
    {
        var level = _levels - 1;
        var place = Place(level);
        long size = 1L << level;
        var mean = _totals[place] / size;
        _width -= size;
        _total -= _totals[place];
        if (_width > 0)
        {
            var difference = mean - _total / _width;
            _variance -= _variances[place] + size * _width * (difference * difference) / (size + _width);
        }
        else
        {
            _variance = 0;
        }

        RemoveOldest(level, 1);
        while (_levels > 1 && _counts[_levels - 1] == 0)
            _levels--;
    }
}
