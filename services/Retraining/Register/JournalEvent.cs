using System.Text.Json.Serialization;
using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Register;

/// <summary>What one line of the journal says. The state of the registry is the fold of these.</summary>
internal abstract record JournalEvent;

internal sealed record FindingsReceived(string UpdateId, IReadOnlyList<Finding> Findings, long Ordinal, string? TraceParent) : JournalEvent;

internal sealed record FindingsEnded(string UpdateId, IReadOnlyList<ClearedFinding> Cleared) : JournalEvent;

internal sealed record RetrainRequested(RetrainModel Command, string? TraceParent) : JournalEvent;

internal sealed record RestoreRequested(RestoreModel Command, string? TraceParent) : JournalEvent;

internal sealed record AcceptRequested(AcceptData Command, string? TraceParent) : JournalEvent;

/// <summary>Candidates make other models than when the last version was registered, or than was last noted.</summary>
/// <param name="UpdateId">The incident that answers it.</param>
/// <param name="What">What is different, in words.</param>
/// <param name="Now">What they make now.</param>
internal sealed record TrainingCodeChanged(string UpdateId, string What, IReadOnlyDictionary<string, string> Now) : JournalEvent;

/// <summary>The data's owner accepted what these findings told: rows from <paramref name="From"/> on are learned from again.</summary>
internal sealed record QuarantineLifted(DataAccepted Accepted, IReadOnlyList<string> FindingIds, long From) : JournalEvent;

/// <summary>Inference serves the release from <paramref name="FromRow"/> on.</summary>
internal sealed record ReleaseApplied(string UpdateId, long Sequence, long FromRow, int ChampionVersion, int? ShadowVersion) : JournalEvent;

internal sealed record ReleaseRefused(string UpdateId, long Sequence, int Version, string Reason) : JournalEvent;

/// <summary>A decision that people see; <paramref name="Rule"/> is the row of the policy table that spoke.</summary>
internal sealed record Decided(DecisionMade Decision, string Rule) : JournalEvent;

/// <summary>Rows from <paramref name="From"/> on are kept out of training until <paramref name="Margin"/> rows after the finding's end.</summary>
internal sealed record QuarantineOpened(string FindingId, string? Feature, long From, int Margin) : JournalEvent;

internal sealed record TrainingRequested(TrainingOrder Order) : JournalEvent;

/// <summary>Training was tried and gave no candidate: nothing to register.</summary>
internal sealed record TrainingEnded(string UpdateId, string Trigger, string Outcome, string Reason, IReadOnlyList<Experiment> Experiments, string? Model = null) : JournalEvent
{
    /// <summary>The gate that refused what was tried; its reason begins with it. Null where no gate was asked.</summary>
    [JsonIgnore]
    public string? RefusedBy => Outcome == "rejected" && Reason.IndexOf(':', StringComparison.Ordinal) is > 0 and var end ? Reason[..end] : null;
}

internal sealed record VersionRegistered(string Model, VersionRecord Version, IReadOnlyList<Experiment> Experiments, string WinnerReason) : JournalEvent;

internal sealed record VersionRejected(int Version, string Gate, string Because) : JournalEvent;

/// <summary>A release, as told to inference, and the rows that it has to stand for.</summary>
/// <param name="Change">What inference is told.</param>
/// <param name="Phase">What is to be watched from now on.</param>
/// <param name="RowsToWatch">Labelled rows until the phase is over.</param>
internal sealed record Released(ReleaseChanged Change, Release.ReleasePhase Phase, int RowsToWatch) : JournalEvent;
