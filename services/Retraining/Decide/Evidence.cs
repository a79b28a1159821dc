using MonitoringDemo.Learning.Explanation;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>What one step measured.</summary>
/// <param name="Row">One past the last row read.</param>
internal sealed record Evidence(long Row)
{
    /// <summary>Data-quality findings that do the champion no harm, by their id; all others do.</summary>
    public IReadOnlyDictionary<string, Harm> Harmless { get; init; } = new Dictionary<string, Harm>();

    /// <summary>Since the first open data-drift finding, by story.</summary>
    public IReadOnlyDictionary<string, Confirmation> SinceInputsMoved { get; init; } = new Dictionary<string, Confirmation>();

    /// <summary>Since the first open performance finding, by story.</summary>
    public IReadOnlyDictionary<string, Confirmation> SincePerformanceFell { get; init; } = new Dictionary<string, Confirmation>();

    /// <summary>Clean labelled rows since the onset, by story.</summary>
    public IReadOnlyDictionary<string, int> CleanRowsSinceOnset { get; init; } = new Dictionary<string, int>();

    /// <summary>The best archived version since the onset, by story; only where it beats the champion.</summary>
    public IReadOnlyDictionary<string, ArchivedStanding> Archived { get; init; } = new Dictionary<string, ArchivedStanding>();

    /// <summary>The features that carry a confirmed fall, the strongest first, by story; where a run may start.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<FeatureLossChange>> Carriers { get; init; } = new Dictionary<string, IReadOnlyList<FeatureLossChange>>();

    /// <summary>Shadow or predecessor against the champion, on the scores that inference logged.</summary>
    public RaceStanding? Release { get; init; }

    /// <summary>The standing challenger against the champion.</summary>
    public RaceStanding? Challenger { get; init; }
}
