using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Drift.Monitoring.Findings;

namespace MonitoringDemo.Drift.Monitoring.Quality;

/// <summary>One check of whole rows: what it needs, and what it holds to be broken at present.</summary>
internal sealed class RowWatch(IRowQualityCheck check, RowProfile profile)
{
    private double _clockBefore = double.NaN;

    public IRowQualityCheck Check => check;

    /// <summary>Whether it may judge by the present profile.</summary>
    public bool Applies { get; private set; }

    public int Hypothesis { get; private set; }

    public DriftFinding? Finding { get; private set; }

    /// <summary>Nothing before this row is weighed: it belongs to a break that is over.</summary>
    public long WellSince { get; private set; }

    public void ProfileRenewed() => Applies = profile.Rows > 0 && check.Applies(profile);

    /// <summary>The best of the suspected hypotheses, if the rows are broken.</summary>
    public BreakFound? Explain(ReadOnlySpan<int> suspected, in RowWindow window, bool nothingBefore, double least, Span<double> weights)
    {
        BreakFound? best = null;
        weights = weights[..window.Count];
        foreach (var hypothesis in suspected)
        {
            var needed = Math.Max(check.Needed(profile, hypothesis), least);
            check.Weigh(profile, hypothesis, window, weights);
            var (from, likeliest, latest, sum) = BrokenStretch.Find(weights, QualityWatch.EarliestOnset);
            if (sum < needed || sum <= best?.Evidence || window.Count - likeliest < check.LeastRows) continue;
            if (!BrokenStretch.IsSudden(weights, from, nothingBefore) || !check.Confirms(profile, hypothesis, window.From(from))) continue;
            best = new BreakFound(0, hypothesis, from, latest, sum, needed);
        }

        return best;
    }

    /// <summary>Takes down what was found, and what the clock was just before.</summary>
    public void Break(BreakFound found, DriftFinding finding, in RowWindow window)
    {
        (Hypothesis, Finding) = (found.Hypothesis, finding);
        var front = new ClockFront();
        foreach (var time in window.Times[..found.From])
        {
            if (time != ClockProfile.Unknown) front.Pass(time);
        }

        _clockBefore = front.At;
    }

    /// <summary>How many rows of the window are still broken, or -1 while there is no telling that it is over.</summary>
    public int FindEnd(RowWindow window, long from, Span<double> weights)
    {
        weights = weights[..window.Count];
        check.Weigh(profile, Hypothesis, window with { ClockBefore = _clockBefore, RowsSince = from - Finding!.Onset }, weights);
        return BrokenStretch.FindEnd(weights);
    }

    public void Mend(long endedAtRow) => (Finding, WellSince) = (null, endedAtRow);

    public void Save(BinaryWriter writer)
    {
        writer.Write(Hypothesis);
        writer.Write(Finding?.Id ?? "");
        writer.Write(WellSince);
        writer.Write(_clockBefore);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        Hypothesis = reader.ReadInt32();
        Finding = book.Find(reader.ReadString());
        (WellSince, _clockBefore) = (reader.ReadInt64(), reader.ReadDouble());
        ProfileRenewed();
    }
}
