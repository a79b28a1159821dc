using System.Globalization;

namespace MonitoringDemo.Retraining.Train;

/// <summary>What a training run may cost. Work is counted and the same on every machine; the clock counts only where there is one (never in lockstep).</summary>
internal sealed class ExperimentBudget(long work, TimeSpan? patience, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private long _spent;
    private bool _begun;

    /// <summary>Why a candidate must be left out; null when it may be tried. The first always may: a budget must not keep the fleet from healing.</summary>
    public string? WhyNot(long cost)
    {
        if (!_begun) return null;
        if (_spent + cost > work) return string.Create(CultureInfo.InvariantCulture, $"its work of {cost:N0} rows does not fit: {_spent:N0} of {work:N0} are spent (Retraining:ExperimentWork)");
        if (patience is { } most && time.GetElapsedTime(_start) >= most)
            return string.Create(CultureInfo.InvariantCulture, $"the {most.TotalSeconds:0.###} seconds of a run are over (Retraining:ExperimentSeconds)");
        return null;
    }

    public void Spend(long cost) => (_begun, _spent) = (true, _spent + cost);
}
