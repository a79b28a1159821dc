using MonitoringDemo.Messages.DriftDetection;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>What the policy remembers of one incident.</summary>
internal sealed record IncidentState(string UpdateId)
{
    /// <summary>Findings that hold, in the order of row, kind and feature.</summary>
    public IReadOnlyList<Finding> Open { get; init; } = [];

    /// <summary>Said once an incident, not once a feature.</summary>
    public bool Watched { get; init; }

    /// <summary>Its label-flow findings were answered with a hold.</summary>
    public bool Held { get; init; }

    /// <summary>Training runs so far, refits and retries included.</summary>
    public int Runs { get; init; }

    /// <summary>The row of the last run, whatever came of it.</summary>
    public long LastRunRow { get; init; }

    /// <summary>Clean labelled rows since the onset that the last run could use.</summary>
    public int LastRunRows { get; init; }

    /// <summary>Refits so far.</summary>
    public int Refits { get; init; }

    /// <summary>The run whose model serves now; null when no model of this incident serves.</summary>
    public ServingRun? Serving { get; init; }

    public IReadOnlyList<Finding> InputsMoved => OpenOf(FindingKinds.DataDrift);

    public IReadOnlyList<Finding> PerformanceFell => OpenOf(FindingKinds.RealisedPerformance);

    /// <summary>The earliest onset of what made performance fall, or of anything that is open.</summary>
    public long Onset => (PerformanceFell.Count > 0 ? PerformanceFell : Open).Min(finding => finding.Onset);

    /// <summary>The newest row at which something was found, null when nothing is open; inputs that moved and were seen to do no harm count for nothing.</summary>
    public long? HurtsSince => Open.Where(finding => !Watched || finding.Kind != FindingKinds.DataDrift).Max(finding => (long?)finding.Row);

    /// <summary>What is open has not been tried to learn: no run so far, or the world has changed again since the last.</summary>
    public bool IsNewChange => Runs == 0 || (Open.Count > 0 && Onset >= LastRunRow) || PerformanceFell.Any(finding => finding.Row > LastRunRow);

    /// <summary>A model that learned what is open serves, and is refitted as its rows double.</summary>
    public bool IsBeingLearned => Serving is not null && !IsNewChange;

    /// <summary>Where the rows to learn from begin: the change that is open, or the one that the serving model of this incident learned.</summary>
    public long LearnFrom => Serving is { } serving && !IsNewChange ? serving.SinceRow : Onset;

    public IReadOnlyList<Finding> OpenOf(params string[] kinds) => [.. Open.Where(finding => kinds.Contains(finding.Kind))];
}
