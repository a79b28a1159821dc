using MonitoringDemo.Drift.DataQuality;
using MonitoringDemo.Drift.Monitoring.Findings;

namespace MonitoringDemo.Drift.Monitoring.Quality;

/// <summary>The data quality of one feature: what is well, and what is broken at present.</summary>
internal sealed class FeatureWatch(FeatureProfile profile, IDataQualityCheck[] checks)
{
    private readonly bool[] _applies = new bool[checks.Length];

    public FeatureProfile Profile => profile;

    /// <summary>Which check speaks, and for which of its hypotheses; the check is -1 while all is well.</summary>
    public (int Check, int Hypothesis) Broken { get; private set; } = (-1, 0);

    public DriftFinding? Finding { get; private set; }

    /// <summary>Nothing before this row is weighed: it belongs to a break that is over.</summary>
    public long WellSince { get; private set; }

    /// <summary>Whether the champion leans on it: rows in which it is broken are of no use then.</summary>
    public bool Matters { get; set; } = true;

    /// <summary>Whether it is broken, and that matters.</summary>
    public bool DoesHarm => Matters && Finding is not null;

    public void ProfileRenewed()
    {
        for (var i = 0; i < checks.Length; i++) _applies[i] = checks[i].Applies(Profile);
    }

    /// <summary>A cheap look at the newest rows.</summary>
    public bool Suspects(in BlockSummary newest)
    {
        for (var i = 0; i < checks.Length; i++)
        {
            if (_applies[i] && checks[i].Suspects(Profile, newest)) return true;
        }

        return false;
    }

    /// <summary>The best explanation of the newest rows, if they are broken.</summary>
    public BreakFound? Explain(in BlockSummary newest, ReadOnlySpan<double> window, bool nothingBefore, double least, Span<double> weights)
    {
        var tried = 0;
        for (var i = 0; i < checks.Length; i++)
        {
            if (!_applies[i] || !checks[i].Suspects(Profile, newest)) continue;
            if (Examine(i, window, nothingBefore, least, weights) is not { } found) continue;

            // A better explanation may not have suspected anything yet.
            for (; tried < i; tried++)
            {
                if (_applies[tried] && Examine(tried, window, nothingBefore, least, weights) is { } better) return better;
            }

            return found;
        }

        return null;
    }

    public void Break(BreakFound found, DriftFinding finding) => (Broken, Finding) = ((found.Check, found.Hypothesis), finding);

    /// <summary>Whether the check that speaks knows of each row whether it is broken.</summary>
    public bool IsExact(int check) => checks[check].IsBroken(Profile, 0, 0) is not null;

    /// <summary>How many rows of the window are still broken, or -1 while there is no telling that it is over.</summary>
    public int FindEnd(ReadOnlySpan<double> window, Span<double> weights)
    {
        var (check, hypothesis) = Broken;
        checks[check].Weigh(Profile, hypothesis, window, weights[..window.Length]);
        var end = BrokenStretch.FindEnd(weights[..window.Length]);
        while (end > 0 && checks[check].IsBroken(Profile, hypothesis, window[end - 1]) == false) end--;
        return end;
    }

    public void Mend(long endedAtRow) => (Broken, Finding, WellSince) = ((-1, 0), null, endedAtRow);

    /// <summary>A break of whole rows that this feature was part of is over.</summary>
    public void BeWellSince(long row) => WellSince = Math.Max(WellSince, row);

    public void Save(BinaryWriter writer)
    {
        writer.Write(Broken.Check);
        writer.Write(Broken.Hypothesis);
        writer.Write(Finding?.Id ?? "");
        writer.Write(WellSince);
        writer.Write(Matters);
    }

    public void Restore(BinaryReader reader, FindingBook book)
    {
        if (Profile.Rows > 0) ProfileRenewed();
        Broken = (reader.ReadInt32(), reader.ReadInt32());
        Finding = book.Find(reader.ReadString());
        (WellSince, Matters) = (reader.ReadInt64(), reader.ReadBoolean());
    }

    private BreakFound? Examine(int index, ReadOnlySpan<double> window, bool nothingBefore, double least, Span<double> weights)
    {
        var check = checks[index];
        var needed = Math.Max(check.Needed(Profile), least);
        BreakFound? best = null;
        weights = weights[..window.Length];
        for (var hypothesis = 0; hypothesis < check.Hypotheses; hypothesis++)
        {
            check.Weigh(Profile, hypothesis, window, weights);
            var (from, likeliest, latest, sum) = BrokenStretch.Find(weights, QualityWatch.EarliestOnset);
            if (sum < needed || sum <= best?.Evidence || window.Length - likeliest < check.LeastRows) continue;
            if (!BrokenStretch.IsSudden(weights, from, nothingBefore) || !check.Confirms(Profile, hypothesis, window[from..])) continue;
            while (from < latest && check.IsBroken(Profile, hypothesis, window[from]) == false) from++;
            best = new BreakFound(index, hypothesis, from, latest, sum, needed);
        }

        return best;
    }
}
