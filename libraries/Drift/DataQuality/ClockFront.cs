namespace MonitoringDemo.Drift.DataQuality;

/// <summary>How far a clock has come: the highest time that three rows in a row have reached, so that one wild time moves nothing.</summary>
internal struct ClockFront
{
    private double _last, _beforeLast;

    public ClockFront() => (_last, _beforeLast, At) = (double.NaN, double.NaN, double.NaN);

    /// <summary>Unix milliseconds; NaN before the third time.</summary>
    public double At { get; private set; }

    public void Pass(long time)
    {
        // A comparison with NaN is false, so the first three times are waited for.
        var reached = Math.Min(time, Math.Min(_last, _beforeLast));
        if (!double.IsNaN(reached) && !(reached <= At)) At = reached;
        (_beforeLast, _last) = (_last, time);
    }
}
