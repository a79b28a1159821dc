namespace MonitoringDemo.Drift.Sequential;

/// <summary>Adaptive windowing: keeps the longest window whose older and newer parts have the same mean.</summary>
/// <remarks>
/// Memory is logarithmic in the window. Not free of scale: standardise the stream. Source: A. Bifet and R. Gavaldà,
/// "Learning from Time-Changing Data with Adaptive Windowing", SDM 2007.
/// </remarks>
public sealed class Adwin : SequentialDetector
{
    private readonly int _clock;
    private readonly int _gracePeriod;
    private readonly ExponentialHistogram _window;
    private readonly AdwinCuts _cuts;
    private int _untilCheck;

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
        ArgumentOutOfRangeException.ThrowIfLessThan(minWindowLength, 1);
        (_clock, _gracePeriod, _untilCheck) = (clock, gracePeriod, clock);
        _window = new ExponentialHistogram(maxBuckets);
        _cuts = new AdwinCuts(delta, minWindowLength, _window);
    }

    /// <inheritdoc/>
    public override string Name => "adwin";

    /// <summary>Values in the window.</summary>
    public long Width => (long)_window.Width;

    /// <summary>The mean of the window; 0 when it is empty.</summary>
    public double Mean => _window.Width == 0 ? 0 : _window.Total / _window.Width;

    /// <inheritdoc/>
    protected override void Take(double value)
    {
        _window.Add(value);
        if (--_untilCheck > 0)
            return;

        _untilCheck = _clock;
        if (_window.Width > _gracePeriod)
            DriftDetected = Shrink();
    }

    /// <inheritdoc/>
    protected override void Clear()
    {
        _window.Clear();
        _untilCheck = _clock;
    }

    /// <inheritdoc/>
    protected override void SaveState(BinaryWriter writer)
    {
        writer.Write(_untilCheck);
        _window.Save(writer);
    }

    /// <inheritdoc/>
    protected override void RestoreState(BinaryReader reader)
    {
        _untilCheck = reader.ReadInt32();
        _window.Restore(reader);
    }

    /// <summary>Drops oldest buckets until no cut separates two different means.</summary>
    private bool Shrink()
    {
        var shrunk = false;
        while (_cuts.Any())
        {
            _window.DropOldest();
            shrunk = true;
        }

        return shrunk;
    }
}
