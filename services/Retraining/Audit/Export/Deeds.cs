using MonitoringDemo.Retraining.Evaluate;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Privacy;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Retire;
using MonitoringDemo.Retraining.Train;
using static System.FormattableString;

namespace MonitoringDemo.Retraining.Audit.Export;

/// <summary>What each kind of record tells of who did what. A kind that is not told of here fails a test.</summary>
internal static class Deeds
{
    private const string Detection = "drift detection", Policy = "policy", Retraining = "retraining", Inference = "inference", Source = "owner of the data";

    public static Deed Of(JournalEvent happened) => happened switch
    {
        FindingsReceived received => new(Detection, $"found: {string.Join(" ", received.Findings.Select(finding => finding.Summary))}", received.UpdateId) { Evidence = [.. received.Findings.Select(finding => $"finding {finding.Id}")] },
        FindingsEnded ended => new(Detection, "the end of findings", ended.UpdateId) { Evidence = [.. ended.Cleared.Select(cleared => Invariant($"finding {cleared.FindingId} ended at row {cleared.EndedAtRow}"))] },
        TrainingCodeChanged changed => new(Retraining, $"noticed that candidates make other models: {changed.What}", changed.UpdateId),
        QuarantineOpened opened => new(Policy, Invariant($"quarantined rows from {opened.From} on"), null) { Evidence = [$"finding {opened.FindingId}"] },
        QuarantineLifted lifted => new(Deed.Person(lifted.Accepted.RequestedBy, Source), Invariant($"accepted '{lifted.Accepted.Feature}': rows from {lifted.From} on are learned from again. {lifted.Accepted.Reason}"), lifted.Accepted.UpdateId) { Evidence = [.. lifted.FindingIds.Select(id => $"finding {id}")] },
        Decided { Decision: var decision, Rule: var rule } => new(Deed.Person(decision.By), $"{decision.Action}: {decision.Reason}", decision.UpdateId)
        {
            Evidence = [.. decision.FindingIds.Select(id => $"finding {id}"), .. decision.Gate is { } gate ? [$"gate {gate}"] : Array.Empty<string>()],
            Policy = rule,
            Version = decision.Version,
        },
        IPeopleEvent or RetrainRequested or RestoreRequested or AcceptRequested or RetirementRequested => OfPeople(happened),
        VersionMoved { Told: var told } => new(Deed.Person(told.By), $"made version {told.Version} {told.Stage}: {told.Reason}", told.UpdateId) { Version = told.Version },
        RetirementAnswered answered => new(Retraining, "answered a request that changed nothing", answered.CommandId),
        RowsErased erased => new(erased.By, Invariant($"erased {erased.Rows} rows, {erased.Snapshots.Count} snapshots held some of them: {erased.Reason}"), erased.Id),
        _ => OfVersions(happened),
    };

    private static Deed OfPeople(JournalEvent happened) => happened switch
    {
        RetrainRequested { Command: var c } => new(Deed.Person(c.RequestedBy), $"asked for a training: {c.Reason}", c.UpdateId),
        RestoreRequested { Command: var c } => new(Deed.Person(c.RequestedBy), $"asked for version {c.Version} to serve: {c.Reason}", c.UpdateId) { Version = c.Version },
        AcceptRequested { Command: var c } => new(Deed.Person(c.RequestedBy), $"asked to accept '{c.Feature}': {c.Reason}", c.UpdateId),
        RetirementRequested { Command: var c } => new(Deed.Person(c.RequestedBy), $"asked to make version {c.Version} {c.Stage}: {c.Reason}", c.UpdateId) { Version = c.Version },
        JudgementRequested { Command: var c } => new(Deed.Person(c.RequestedBy), $"asked to {(c.Approves ? "approve" : "refuse")} version {c.Version}: {c.Reason}", c.UpdateId) { Version = c.Version },
        FreezeRequested { Command: var c } => new(Deed.Person(c.RequestedBy), $"asked to {(c.Frozen ? "freeze releases" : "let releases go on")}: {c.Reason}", c.UpdateId),
        RollBackRequested { Command: var c } => new(Deed.Person(c.RequestedBy), $"asked to take back {(c.Version is { } version ? $"version {version}" : "what serves")}: {c.Reason}", c.UpdateId) { Version = c.Version },
        ApprovalAwaited { Waiting: var w } => new(Policy, $"version {w.Version} waits for {w.Needed} people", w.UpdateId) { Version = w.Version, Policy = w.Why },
        ApprovalGiven given => new(given.By, $"approved version {given.Version}: {given.Reason}", given.CommandId) { Version = given.Version },
        CommandAnswered answered => new(Retraining, "answered a request", answered.CommandId),
        ReleasesFrozen frozen => new(frozen.By, Invariant($"froze releases{(frozen.Until is { } until ? Invariant($" until {until:yyyy-MM-dd HH:mm}Z") : "")}: {frozen.Reason}"), frozen.CommandId),
        ReleasesUnfrozen unfrozen => new(Policy, unfrozen.CommandId is null ? "the freeze came to its end" : "let releases go on, as was asked", unfrozen.CommandId),
        _ => throw new InvalidOperationException($"Nobody says who does {happened.GetType().Name}."),
    };

    private static Deed OfVersions(JournalEvent happened) => happened switch
    {
        TrainingRequested { Order: var order } => new(Policy, $"began a training, because of {order.Trigger}", order.UpdateId) { Evidence = [.. order.FindingIds.Select(id => $"finding {id}")] },
        TrainingEnded ended => new(Retraining, $"ended a training, {ended.Outcome}: {ended.Reason}", ended.UpdateId) { Evidence = ended.RefusedBy is { } gate ? [$"gate {gate}"] : [] },
        VersionRegistered { Version: var v } registered => new(Retraining, Invariant($"registered version {v.Version}, {new Recipe(v.Trainer, v.Parameters)}, trained on {v.TrainedRows} rows of [{v.TrainedFromRow}, {v.TrainedToRow}). {registered.WinnerReason}"), v.UpdateId)
        {
            Evidence = [$"rows {v.DataSetSha256}", $"artifact {v.Sha256}", $"code {v.CodeCommit}", .. v.FindingIds.Select(id => $"finding {id}"), .. v.Gates.Select(Words)],
            Version = v.Version,
        },
        VersionRejected rejected => new(Policy, $"rejected version {rejected.Version}: {rejected.Because}") { Evidence = [$"gate {rejected.Gate}"], Version = rejected.Version },
        Released { Change: var change } => new(Policy, $"released, {change.Stage}: version {change.Champion.Version} serves{(change.Shadow is { } shadow ? $", version {shadow.Version} runs beside it" : "")}. {change.Reason}", change.UpdateId) { Version = change.Champion.Version },
        ReleaseApplied applied => new(Inference, Invariant($"serves version {applied.ChampionVersion} from row {applied.FromRow} on"), applied.UpdateId) { Version = applied.ChampionVersion },
        ReleaseRefused refused => new(Inference, $"refused version {refused.Version}: {refused.Reason}", refused.UpdateId) { Version = refused.Version },
        _ => throw new InvalidOperationException($"Nobody says who does {happened.GetType().Name}."),
    };

    private static string Words(GateResult gate) => $"gate {gate.Gate} {(gate.Passed ? "passed" : "failed")}: {gate.Evidence}";
}
