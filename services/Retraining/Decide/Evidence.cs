using MonitoringDemo.Learning.Explanation;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>What one step measured.</summary>
/// <param name="Row">One past the last row read.</param>
internal sealed record Evidence(long Row)
{
    /// <summary>Data-quality findings that do the champion no harm, by their id; all others do.</summary>
    public IReadOnlyDictionary<string, Harm> Harmless { get; init; } = new Dictionary<string, Harm>();

    /// <summary>Since the first open data-drift finding, by incident.</summary>
    public IReadOnlyDictionary<string, Confirmation> SinceInputsMoved { get; init; } = new Dictionary<string, Confirmation>();

    /// <summary>Since the first open performance finding, by incident.</summary>
    public IReadOnlyDictionary<string, Confirmation> SincePerformanceFell { get; init; } = new Dictionary<string, Confirmation>();

    /// <summary>The row since which rows show what has to be learned, by incident; where it is later than the onset.</summary>
    public IReadOnlyDictionary<string, long> LearnFrom { get; init; } = new Dictionary<string, long>();

    /// <summary>Clean labelled rows since the onset, by incident; where they may matter now.</summary>
    public IReadOnlyDictionary<string, int> CleanRowsSinceOnset { get; init; } = new Dictionary<string, int>();

    /// <summary>The best archived version that is proven better than the champion on the newest rows; null for none.</summary>
    public ArchivedStanding? Archived { get; init; }

    /// <summary>The features that carry a confirmed fall, the strongest first, by incident; where a run may start.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FeatureLossChange>> Carriers { get; init; } = new Dictionary<string, IReadOnlyList<FeatureLossChange>>();

    /// <summary>Where the change of an incident began that has to be learned.</summary>
    public long OnsetOf(IncidentState incident) => LearnFrom.GetValueOrDefault(incident.UpdateId, incident.Onset);

    /// <summary>Shadow or predecessor against the champion, on the scores that inference logged.</summary>
    public RaceStanding? Release { get; init; }

    /// <summary>The canary against the champion, on the scores that inference logged; null while there is none.</summary>
    public Release.CanaryStanding? Canary { get; init; }

    /// <summary>How far a version is that is to take all requests at once; null while there is none.</summary>
    public Release.PreparedStanding? Prepared { get; init; }

    /// <summary>Rows to which the shadow gave no score.</summary>
    public int ShadowUnscored { get; init; }

    /// <summary>In probation: the predecessor, too, is much less right than it was, so the world has changed and the release is not to blame.</summary>
    public bool WorldChangedInProbation { get; init; }

    /// <summary>The best standing challenger against the champion.</summary>
    public RaceStanding? Challenger { get; init; }

    /// <summary>What training anew has brought since it is trusted, where the next version is due; otherwise null.</summary>
    public TrustStanding? Refresh { get; init; }
}
