using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Retraining.Retire;

namespace MonitoringDemo.Retraining.Decide;

/// <summary>What the policy knows before it looks at a step's evidence: a fold of the journal.</summary>
internal sealed record PolicyState
{
    public IReadOnlyList<IncidentState> Incidents { get; init; } = [];

    /// <summary>Data-quality findings that hold and were not answered yet, with their incident.</summary>
    public IReadOnlyList<(string UpdateId, Finding Finding)> NewlyBroken { get; init; } = [];

    /// <summary>Data-quality findings that hold and did no harm when they were answered, with their incident.</summary>
    public IReadOnlyList<(string UpdateId, Finding Finding)> Tolerated { get; init; } = [];

    /// <summary>Some rows that arrive are kept out of training.</summary>
    public bool QuarantineOpen { get; init; }

    /// <summary>Features whose rows are in quarantine now.</summary>
    public IReadOnlyList<string> QuarantinedFeatures { get; init; } = [];

    /// <summary>The version that serves.</summary>
    public int Champion { get; init; }

    /// <summary>Shadow, or in probation the predecessor.</summary>
    public int? Shadow { get; init; }

    /// <summary>One past the last row that the shadow learned from.</summary>
    public long ShadowTrainedToRow { get; init; }

    public ReleasePhase Phase { get; init; }

    /// <summary>A candidate is in shadow, a canary or being prepared: the next one waits until that has ended.</summary>
    public bool IsTrying => Phase is ReleasePhase.Shadow or ReleasePhase.Canary or ReleasePhase.Prepared;

    /// <summary>Every process that serves has loaded the release in force.</summary>
    public bool IsLoaded { get; init; }

    /// <summary>The share of requests that a canary answers; 0 where there is none.</summary>
    public double CanaryShare { get; init; }

    /// <summary>The incident of the release that is under way.</summary>
    public string ReleaseUpdateId { get; init; } = "";

    /// <summary>The release under way brought back a version that had served well before: should it lose, it is not to be rejected.</summary>
    public bool IsRestored { get; init; }

    /// <summary>Labelled rows until the phase is over.</summary>
    public int RowsToWatch { get; init; }

    /// <summary>A version of this release that inference refused.</summary>
    public RefusedVersion? Refused { get; init; }

    /// <summary>The last row at which another model was promoted or a run was decided.</summary>
    public long LastMoveRow { get; init; } = long.MinValue / 2;

    /// <summary>Rows of the runs that findings caused, for the budget.</summary>
    public IReadOnlyList<long> RunRows { get; init; } = [];

    /// <summary>Candidates make other models than they did, and no run has answered that: the incident, and what is different.</summary>
    public (string UpdateId, string What)? CodeChange { get; init; }

    public IReadOnlyList<RetrainModel> RetrainCommands { get; init; } = [];

    public IReadOnlyList<RestoreModel> RestoreCommands { get; init; } = [];

    public IReadOnlyList<AcceptData> AcceptCommands { get; init; } = [];

    /// <summary>What people asked, and what waits for them.</summary>
    public PeopleState People { get; init; } = PeopleState.Empty;

    /// <summary>The time at which the step is decided.</summary>
    public DateTimeOffset Now { get; init; }

    /// <summary>Versions that may serve again: served once, never rejected, and not on their way out of use.</summary>
    public IReadOnlyList<int> Restorable { get; init; } = [];

    /// <summary>Versions that may serve again only where a person takes back what serves: they are deprecated.</summary>
    public IReadOnlyList<int> LastResorts { get; init; } = [];

    /// <summary>Versions on their way out of use.</summary>
    public RetirementState Retirement { get; init; } = RetirementState.Empty;

    /// <summary>Which versions the fleet needs.</summary>
    public Usage Usage { get; init; } = Usage.None;

    /// <summary>Every finding of fallen performance that holds: what a better model answers.</summary>
    public IReadOnlyList<string> OpenPerformance => [.. Incidents.SelectMany(incident => incident.PerformanceFell).Select(finding => finding.Id)];

    /// <summary>Labels cannot be trusted or do not come.</summary>
    public bool Blind => Incidents.Any(incident => incident.OpenOf(FindingKinds.LabelFlow).Count > 0);
}
