namespace MonitoringDemo.Drift.DataQuality;

/// <summary>How values follow each other: repeats, runs, and the correlation of neighbours (of their magnitudes, so that outliers do not rule it).</summary>
internal struct Succession
{
    private double _previous;
    private int _origin, _previousBin, _run;
    private long _values, _pairs, _repeats, _sum, _squares, _products;

    public Succession() => _previous = double.NaN;

    public int LongestRun { get; private set; }

    public readonly double RepeatShare => _pairs == 0 ? 0 : (double)_repeats / _pairs;

    public void Add(double value, int bin)
    {
        // Counted from the first one: far from their mean, the two ends of the rows would weigh too much.
        if (_values++ == 0) _origin = bin;
        bin -= _origin;
        _sum += bin;
        _squares += (long)bin * bin;
        if (!double.IsNaN(_previous))
        {
            _pairs++;
            _products += (long)bin * _previousBin;
        }

        if (value == _previous)
        {
            _repeats++;
            _run++;
        }
        else
        {
            _run = 1;
        }

        LongestRun = Math.Max(LongestRun, _run);
        (_previous, _previousBin) = (value, bin);
    }

    public void Missed() => _previous = double.NaN;

    /// <summary>Of neighbouring magnitudes, about the mean of all values: the ends' share in it is too small to matter.</summary>
    public readonly double Correlation()
    {
        if (_pairs < 2) return 0;
        var mean = (double)_sum / _values;
        var variance = (double)_squares / _values - mean * mean;
        return variance < 1e-9 ? 0 : ((double)_products / _pairs - mean * mean) / variance;
    }
}
