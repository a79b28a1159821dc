using MonitoringDemo.Messages.DriftDetection;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Decide;
using MonitoringDemo.Retraining.Decide.Rules;
using MonitoringDemo.Retraining.People;
using MonitoringDemo.Retraining.Release;
using MonitoringDemo.Retraining.Train;

namespace MonitoringDemo.Retraining.Tests.Decide;

/// <summary>Every row of the policy table, and beside it what must not happen.</summary>
public sealed class PolicyTests
{
    private const string Incident = "hits-8000";
    private static readonly PolicyLimits Limits = PolicyLimits.From("hits", new PolicyOptions(), new TrainingOptions(), new ReleaseOptions(), [.. Learning.Trainers.TrainerCatalog.Find(), new Train.ElsewhereTrainer()]);
    private static readonly Confirmation Holds = new(300, 0.80, 2_000, 0.80, -3);
    private static readonly Confirmation Fell = new(300, 0.40, 2_000, 0.80, 30);
    private static readonly Finding Moved = Of(FindingKinds.DataDrift, "tempo");
    private static readonly Finding Worse = Of(FindingKinds.RealisedPerformance);
    private static readonly Finding Broken = Of(FindingKinds.DataQuality, "duration_ms");
    private static readonly TrustStanding Trust = new(1, 450, 0.01);
    private static readonly IReadOnlyDictionary<string, Harm> NoHarm = new Dictionary<string, Harm> { [Broken.Id] = new(0.002, 0.001) };
    private static readonly PolicyState Quiet = new() { Champion = 1, Restorable = [1] };

    private static readonly PolicyLimits Canaries = PolicyLimits.From("hits", Limits.Options, Limits.Training, Limits.Release, Limits.Trainers.Values, new StrategyOptions { Strategy = "canary" });

    public static TheoryData<string, string> Table() => new()
    {
        // Evidence, and the decisions that follow, in order.
        { "nothing", "" },
        { "data quality broken", "Quarantine" },
        { "data quality broken and performance falls", "Quarantine" },
        { "data broken that does no harm", "Watch" },
        { "data broken that did no harm does it now", "Quarantine" },
        { "data broken that does no harm and performance falls", "Retrain performance" },
        { "the owner accepts what is broken", "Accept" },
        { "the owner accepts what is not broken", "Watch" },
        { "quarantine open and performance falls", "" },
        { "quarantine open and inputs moved", "" },
        { "quarantine open and a challenger is better", "" },
        { "quarantine open and a person asks", "" },
        { "inputs moved, not yet confirmed", "" },
        { "inputs moved, performance holds", "Watch" },
        { "inputs moved, performance holds, watched before", "" },
        { "inputs moved, performance dips", "" },
        { "inputs moved, performance plainly falls", "Retrain data" },
        { "inputs moved, performance falls", "Retrain data" },
        { "inputs unmoved, performance falls", "Retrain performance" },
        { "performance found fallen, not confirmed", "" },
        { "performance fell and recovered", "" },
        { "inputs moved, performance dips for long", "Watch" },
        { "performance found fallen, not enough evidence after it", "" },
        { "performance collapsed, few rows since", "Retrain performance" },
        { "performance falls a little, few rows since", "" },
        { "performance falls, too few rows since", "" },
        { "performance falls, budget used up", "" },
        { "performance falls while a shadow runs", "" },
        { "performance falls while a shadow runs that knows the former world only", "Reject shadow" },
        { "performance falls, a run on hardly fewer rows came to nothing", "" },
        { "performance falls, and the rows have grown since a run came to nothing", "Retrain performance" },
        { "performance falls, and the model that learned it serves", "" },
        { "performance falls again after the model that learned it served", "Retrain performance" },
        { "an archived model is better though nothing was found", "Restore 1" },
        { "an archived model is better while a shadow runs", "" },
        { "labels stopped and an archived model is better", "" },
        { "performance falls, an archived model is as good as before", "Restore 1" },
        { "performance falls, an archived model is only less bad", "Restore 1" },
        { "a challenger leads", "" },
        { "a challenger is better", "Replace" },
        { "a challenger is better while a shadow runs", "" },
        { "training anew is trusted and due", "Replace trusted" },
        { "training anew is trusted and due while a shadow runs", "" },
        { "labels stopped and training anew is due", "" },
        { "the young model's rows doubled", "Refit" },
        { "the young model's rows did not double", "" },
        { "the young model's rows doubled and another change hurts, with too few rows to learn it", "" },
        { "the young model was refitted enough", "" },
        { "labels stop", "Hold" },
        { "labels stopped and held", "" },
        { "labels stopped and a challenger is better", "" },
        { "labels stopped and the shadow stood its rows", "" },
        { "model too old", "Retrain staleness" },
        { "the training code has changed", "Retrain code" },
        { "the training code has changed while a shadow is scored", "" },
        { "a person asks", "Retrain manual" },
        { "a person asks for a drill", "Reject drills-allowed" },
        { "a person asks for an unknown trainer", "Reject known-trainer" },
        { "a person asks for a trainer of other machines", "Reject available-trainer" },
        { "a person restores", "Restore 2" },
        { "a person restores a rejected version", "Reject known-version" },
        { "a person restores what serves", "Watch" },
        { "the shadow needs more rows", "" },
        { "the shadow is better early", "Promote" },
        { "the shadow stood its rows", "Promote" },
        { "the shadow looks worse by chance", "Promote" },
        { "the shadow looks clearly worse", "Reject shadow" },
        { "the shadow is proven worse early", "Reject shadow" },
        { "inference refuses the shadow", "Reject loaded" },
        { "inference refuses the new champion", "RollBack loaded" },
        { "the predecessor is proven better", "RollBack probation" },
        { "the predecessor is proven better because the world changed", "Restore 1" },
        { "the predecessor is proven better than a restored version", "Restore 1" },
        { "the new champion is proven better early", "Settle" },
        { "the probation is over", "Settle" },
        { "the probation is over and a challenger is better", "Replace" },
        { "the shadow stood its rows and there are canaries", "StepUp 0.01" },
        { "the canary needs more rows", "" },
        { "the canary stood its rows", "StepUp 0.25" },
        { "the canary stood the rows of its last step", "Promote" },
        { "the canary is proven better and its rows were served", "StepUp 0.25" },
        { "the canary stood its rows and leans to the worse", "" },
        { "the canary is proven worse", "RollBack canary" },
        { "the canary has no score for a row", "RollBack canary-errors" },
        { "the canary answers otherwise while outcomes are late", "RollBack canary-scores" },
        { "inference refuses the canary", "Reject loaded" },
        { "inputs moved while a canary runs", "" },
        { "performance falls while a canary runs", "" },
        { "performance falls while a canary runs that knows the former world only", "Reject canary" },
        { "labels stopped and the canary stood its rows", "" },
        { "labels stopped and the canary is proven worse", "RollBack canary" },
        { "a challenger is better while a canary runs", "" },
        { "an archived model is better while a canary runs", "" },
        { "a person asks while a canary runs", "" },
        { "a person restores what serves beside a canary", "RollBack manual" },
        { "a person restores the canary", "Promote" },
        { "a person restores a third version while a canary runs", "Restore 3" },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void Each_row_of_the_table_answers_its_evidence_and_no_other(string evidence, string decisions)
    {
        var (state, seen) = Situation(evidence);

        var decided = Policy.Decide(state, seen, evidence.Contains("canar", StringComparison.Ordinal) ? Canaries : Limits);

        string.Join(", ", decided.Select(decision => Describe(decision.Decision))).ShouldBe(decisions);
        decided.ShouldAllBe(decision => decision.Decision.Reason.Length > 10 && decision.Decision.Reason.EndsWith('.'));
        decided.ShouldAllBe(decision => ActionOf(decision.Decision) == null || decision.Rule.Actions.Contains(ActionOf(decision.Decision)));
    }

    [Fact]
    public void No_row_claims_an_answer_that_it_never_gives()
    {
        var given = Table().Select(row => Situation(row.Data.Item1)).SelectMany(situation => Policy.Decide(situation.State, situation.Evidence, Limits))
            .Select(decided => (decided.Rule.Evidence, ActionOf(decided.Decision))).ToHashSet();

        // What people may want is tried with people (ApprovalTests, FreezeTests, RollBackTests).
        var claimed = Policy.Table.Where(rule => rule.GetType().Namespace == typeof(CommandsAreObeyed).Namespace).SelectMany(rule => rule.Actions.Select(action => (rule.Evidence, (string?)action)));

        claimed.ShouldAllBe(claim => given.Contains(claim));
    }

    [Fact]
    public void A_challenger_that_answers_a_fall_that_nothing_has_learned_becomes_the_model_of_that_change()
    {
        var evidence = At(fell: Fell, since: 10) with { Challenger = Race(better: true) };

        var answering = Replacement(WithStory(Worse), evidence);
        var calm = Replacement(Quiet, At() with { Challenger = Race(better: true) });
        var moved = Replacement(WithStory(Moved, Worse), evidence);
        (answering.UpdateId, answering.SinceRow, answering.ToMend).ShouldBe((Incident, 8_000, Fell.Drop));
        (calm.SinceRow, calm.ToMend).ShouldBe((null, 0));
        (moved.SinceRow, moved.ToMend).ShouldBe((null, 0), "inputs that moved explain the fall");
    }

    [Fact]
    public void A_challenger_that_takes_the_place_of_the_model_of_a_changed_concept_is_the_model_of_that_change()
    {
        var (better, trusted) = (At() with { Challenger = Race(better: true) }, At() with { Refresh = Trust });

        var proven = Replacement(Serving(runs: 500), better);
        var further = Replacement(Serving(runs: 500), trusted);
        var openStill = Replacement(Learned(lastRun: 9_000), better);
        var ofMovedInputs = Replacement(Change(Serving(runs: 500), incident => incident with { Serving = new ServingRun("data", 8_000) }), better);
        var moved = Replacement(Change(Serving(runs: 500), incident => incident with { Open = [Moved] }), better);

        (proven.UpdateId, proven.SinceRow, proven.ToMend).ShouldBe((Incident, 8_000, 0));
        (further.UpdateId, further.SinceRow, further.IsTrusted).ShouldBe((Incident, 8_000, true));
        (openStill.UpdateId, openStill.SinceRow).ShouldBe((Incident, 7_000));
        (ofMovedInputs.SinceRow, moved.SinceRow).ShouldBe((null, null));
    }

    [Fact]
    public void The_table_is_read_by_people_too()
    {
        Policy.Table.Select(rule => rule.Evidence).ShouldBeUnique();
        Policy.Table.ShouldAllBe(rule => rule.Evidence.Length > 10);
    }

    /// <summary>Null for what is done without a decision that people see.</summary>
    private static string? ActionOf(Decision decision) => decision switch
    {
        Promote { IsAskedFor: true } => DecisionActions.Restore,
        Refit or Promote or StepUp or Settle or ReleaseWaiting => null,
        RollBack or EmergencyRollBack => DecisionActions.RollBack,
        PeopleAnswer answer => answer.Action,
        _ => decision.GetType().Name.ToLowerInvariant(),
    };

    private static Replace Replacement(PolicyState state, Evidence evidence) =>
        Policy.Decide(state, evidence, Limits).Select(decided => decided.Decision).OfType<Replace>().ShouldHaveSingleItem();

    private static AcceptData Accepts(string feature) => new("hits", "accept-1", feature, "a person", "This is how it is now");

    private static (PolicyState State, Evidence Evidence) Situation(string name) => name switch
    {
        "nothing" => (Quiet, At()),
        "data quality broken" => (WithStory(Broken) with { NewlyBroken = [(Incident, Broken)] }, At()),
        "data quality broken and performance falls" => (WithStory(Broken, Worse) with { NewlyBroken = [(Incident, Broken)] }, At(fell: Fell)),
        "data broken that does no harm" => (WithStory(Broken) with { NewlyBroken = [(Incident, Broken)] }, At() with { Harmless = NoHarm }),
        "data broken that did no harm does it now" => (WithStory(Broken) with { Tolerated = [(Incident, Broken)] }, At()),
        "data broken that does no harm and performance falls" => (WithStory(Broken, Worse) with { Tolerated = [(Incident, Broken)], NewlyBroken = [] }, At(fell: Fell) with { Harmless = NoHarm }),
        "the owner accepts what is broken" => (WithStory(Broken) with { QuarantineOpen = true, AcceptCommands = [Accepts("duration_ms")] }, At()),
        "the owner accepts what is not broken" => (WithStory(Broken) with { QuarantineOpen = true, AcceptCommands = [Accepts("tempo")] }, At()),
        "quarantine open and performance falls" => (WithStory(Broken, Worse) with { QuarantineOpen = true }, At(fell: Fell)),
        "quarantine open and inputs moved" => (WithStory(Broken, Moved) with { QuarantineOpen = true }, At(moved: Holds)),
        "quarantine open and a challenger is better" => (Quiet with { QuarantineOpen = true }, At() with { Challenger = Race(better: true) }),
        "quarantine open and a person asks" => (Asked(null) with { QuarantineOpen = true }, At()),
        "inputs moved, not yet confirmed" => (WithStory(Moved), At(moved: Holds with { Rows = 100 })),
        "inputs moved, performance holds" => (WithStory(Moved), At(moved: Holds)),
        "inputs moved, performance holds, watched before" => (Change(WithStory(Moved), incident => incident with { Watched = true }), At(moved: Holds)),
        "inputs moved, performance dips" => (WithStory(Moved), At(moved: Holds with { Accuracy = 0.74, Evidence = 2 })),
        "inputs moved, performance plainly falls" => (WithStory(Moved), At(moved: Fell)),
        "inputs moved, performance falls" => (WithStory(Moved, Worse), At(moved: Fell, fell: Fell)),
        "inputs unmoved, performance falls" => (WithStory(Worse), At(fell: Fell)),
        "performance found fallen, not confirmed" => (WithStory(Worse), At(fell: Holds)),
        "performance fell and recovered" => (WithStory(Worse), At(fell: Fell with { Accuracy = 0.70, Evidence = 1 })),
        "inputs moved, performance dips for long" => (WithStory(Moved), At(moved: Holds with { Rows = 900, Accuracy = 0.75, Evidence = 2 })),
        "performance found fallen, not enough evidence after it" => (WithStory(Worse), At(fell: Fell with { Rows = 8, Evidence = 2.9 })),
        "performance collapsed, few rows since" => (WithStory(Worse), At(fell: Fell with { Rows = 20, Accuracy = 0.05 }, since: 40)),
        "performance falls a little, few rows since" => (WithStory(Worse), At(fell: Fell with { Rows = 350, Accuracy = 0.72 }, since: 399)),
        "performance falls, too few rows since" => (WithStory(Worse), At(fell: Fell, since: 39)),
        "performance falls, budget used up" => (WithStory(Worse) with { RunRows = [.. Enumerable.Range(0, 12).Select(run => 9_000L + run)] }, At(fell: Fell)),
        "performance falls while a shadow runs" => (WithStory(Worse) with { Phase = ReleasePhase.Shadow, Shadow = 2, ShadowTrainedToRow = 9_000 }, At(fell: Fell)),
        "performance falls while a shadow runs that knows the former world only" => (WithStory(Worse) with { Phase = ReleasePhase.Shadow, Shadow = 2, ShadowTrainedToRow = 7_000 }, At(fell: Fell)),
        "performance falls, a run on hardly fewer rows came to nothing" => (Tried(rows: 500), At(fell: Fell)),
        "performance falls, and the rows have grown since a run came to nothing" => (Tried(rows: 400), At(fell: Fell)),
        "performance falls, and the model that learned it serves" => (Learned(lastRun: 8_500), At(fell: Fell)),
        "performance falls again after the model that learned it served" => (Learned(lastRun: 7_900), At(fell: Fell)),
        "an archived model is better though nothing was found" => (Quiet with { Champion = 2 }, At() with { Archived = Best(0.79) }),
        "an archived model is better while a shadow runs" => (Quiet with { Champion = 2, Phase = ReleasePhase.Shadow, Shadow = 3 }, At() with { Archived = Best(0.79) }),
        "labels stopped and an archived model is better" => (Blind() with { Champion = 2 }, At() with { Archived = Best(0.79) }),
        "performance falls, an archived model is as good as before" => (WithStory(Worse) with { Champion = 2 }, At(fell: Fell) with { Archived = Best(0.79) }),
        "performance falls, an archived model is only less bad" => (WithStory(Worse) with { Champion = 2 }, At(fell: Fell) with { Archived = Best(0.6) }),
        "a challenger leads" => (Quiet, At() with { Challenger = Race() }),
        "a challenger is better" => (Quiet, At() with { Challenger = Race(better: true) }),
        "a challenger is better while a shadow runs" => (Quiet with { Phase = ReleasePhase.Shadow, Shadow = 2 }, At() with { Challenger = Race(better: true) }),
        "training anew is trusted and due" => (Quiet, At() with { Refresh = Trust }),
        "training anew is trusted and due while a shadow runs" => (Quiet with { Phase = ReleasePhase.Shadow, Shadow = 2 }, At() with { Refresh = Trust }),
        "labels stopped and training anew is due" => (Blind(), At() with { Refresh = Trust }),
        "the young model's rows doubled" => (Serving(runs: 1_000), At(since: 2_000)),
        "the young model's rows did not double" => (Serving(runs: 1_000), At(since: 1_900)),
        "the young model's rows doubled and another change hurts, with too few rows to learn it" => (AlsoMoved(Serving(runs: 1_000)), AlsoFell(At(since: 2_000))),
        "the young model was refitted enough" => (Change(Serving(runs: 1_000), incident => incident with { Refits = 6 }), At(since: 9_000)),
        "labels stop" => (WithStory(Of(FindingKinds.LabelFlow)), At()),
        "labels stopped and held" => (Blind(), At()),
        "labels stopped and a challenger is better" => (Blind(), At() with { Challenger = Race(better: true) }),
        "labels stopped and the shadow stood its rows" => (Blind() with { Phase = ReleasePhase.Shadow, Shadow = 2, RowsToWatch = 250 }, At() with { Release = Race() }),
        "model too old" => (WithStory(Of(FindingKinds.Staleness)), At()),
        "the training code has changed" => (Quiet with { CodeChange = ("code-1", "another package") }, At()),
        "the training code has changed while a shadow is scored" => (Quiet with { CodeChange = ("code-1", "another package"), Phase = ReleasePhase.Shadow }, At()),
        "a person asks" => (Asked(null), At()),
        "a person asks for a drill" => (Asked("shuffled-labels"), At()),
        "a person asks for an unknown trainer" => (Asked("magic"), At()),
        "a person asks for a trainer of other machines" => (Asked("elsewhere"), At()),
        "a person restores" => (Restore(2), At()),
        "a person restores a rejected version" => (Restore(3), At()),
        "a person restores what serves" => (Restore(1), At()),
        "the shadow needs more rows" => (Shadowing(), At() with { Release = Race(rows: 249) }),
        "the shadow is better early" => (Shadowing(), At() with { Release = Race(rows: 30) with { LeansBetter = true } }),
        "the shadow stood its rows" => (Shadowing(), At() with { Release = Race() }),
        "the shadow looks worse by chance" => (Shadowing(), At() with { Release = Race() with { MeanGain = -0.005 } }),
        "the shadow looks clearly worse" => (Shadowing(), At() with { Release = Race() with { MeanGain = -0.05 } }),
        "the shadow is proven worse early" => (Shadowing(), At() with { Release = Race(rows: 100) with { MeanGain = -0.2, ProvenWorse = true } }),
        "inference refuses the shadow" => (Shadowing() with { Refused = new RefusedVersion(2, "the signature does not hold") }, At()),
        "inference refuses the new champion" => (Probation() with { Refused = new RefusedVersion(2, "the signature does not hold") }, At()),
        "the predecessor is proven better" => (Probation(), At() with { Release = Race(rows: 100, better: true) }),
        "the predecessor is proven better because the world changed" => (Probation(), At() with { Release = Race(rows: 100, better: true), WorldChangedInProbation = true }),
        "the predecessor is proven better than a restored version" => (Probation() with { IsRestored = true }, At() with { Release = Race(rows: 100, better: true) }),
        "the new champion is proven better early" => (Probation(), At() with { Release = Race(rows: 40) with { ProvenWorse = true } }),
        "the probation is over" => (Probation(), At() with { Release = Race(rows: 1_000) }),
        "the probation is over and a challenger is better" => (Probation(), At() with { Release = Race(rows: 1_000), Challenger = Race(better: true) }),
        "the shadow stood its rows and there are canaries" => (Shadowing(), At() with { Release = Race() }),
        "the canary needs more rows" => (Canary(), At() with { Canary = Stands(rows: 99) }),
        "the canary stood its rows" => (Canary(), At() with { Canary = Stands() }),
        "the canary stood the rows of its last step" => (Canary() with { CanaryShare = 0.25 }, At() with { Canary = Stands() }),
        "the canary is proven better and its rows were served" => (Canary(), At() with { Canary = Stands(rows: 20) with { Race = Race(rows: 60, better: true) } }),
        "the canary stood its rows and leans to the worse" => (Canary(), At() with { Canary = Stands() with { Race = Race() with { LeansWorse = true, MeanGain = -0.05 } } }),
        "the canary is proven worse" => (Canary(), At() with { Canary = Stands(rows: 40) with { Race = Race() with { LeansWorse = true, ProvenWorse = true, MeanGain = -0.2 } } }),
        "the canary has no score for a row" => (Canary(), At() with { Canary = Stands() with { Unscored = 1, UnscoredRow = 9_900 } }),
        "the canary answers otherwise while outcomes are late" => (Canary(), At() with { Canary = Stands(rows: 0) with { Shift = new AnswerShift(1, 0, 0.4, 1_010) } }),
        "inference refuses the canary" => (Canary() with { Refused = new RefusedVersion(2, "the signature does not hold") }, At() with { Canary = Stands() with { Unscored = 1 } }),
        "inputs moved while a canary runs" => (Canary(WithStory(Moved)), At(moved: Holds with { Rows = 100 }) with { Canary = Stands(rows: 50) }),
        "performance falls while a canary runs" => (Canary(WithStory(Worse)) with { ShadowTrainedToRow = 9_000 }, At(fell: Fell) with { Canary = Stands(rows: 50) }),
        "performance falls while a canary runs that knows the former world only" => (Canary(WithStory(Worse)) with { ShadowTrainedToRow = 7_000 }, At(fell: Fell) with { Canary = Stands(rows: 50) }),
        "labels stopped and the canary stood its rows" => (Canary(Blind()), At() with { Canary = Stands() }),
        "labels stopped and the canary is proven worse" => (Canary(Blind()), At() with { Canary = Stands() with { Race = Race() with { ProvenWorse = true, MeanGain = -0.2 } } }),
        "a challenger is better while a canary runs" => (Canary(), At() with { Canary = Stands(rows: 50), Challenger = Race(better: true) }),
        "an archived model is better while a canary runs" => (Canary() with { Restorable = [1, 3] }, At() with { Canary = Stands(rows: 50), Archived = Best(0.79) with { Version = 3 } }),
        "a person asks while a canary runs" => (Canary(Asked(null)), At() with { Canary = Stands(rows: 50) }),
        "a person restores what serves beside a canary" => (Canary(Restore(1)), At() with { Canary = Stands(rows: 50) }),
        "a person restores the canary" => (Canary(Restore(2)) with { Restorable = [1] }, At() with { Canary = Stands(rows: 50) }),
        "a person restores a third version while a canary runs" => (Canary(Restore(3)) with { Restorable = [1, 3] }, At() with { Canary = Stands(rows: 50) }),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such situation."),
    };

    private static Finding Of(string kind, string? feature = null) => new($"f-{kind}", 8_300, kind, feature, "test", 1, 0.5, 8_000, 8_000, 8_300, $"{kind} was found.");

    private static PolicyState WithStory(params Finding[] open) => Quiet with { Incidents = [new IncidentState(Incident) { Open = open }] };

    private static PolicyState Change(PolicyState state, Func<IncidentState, IncidentState> change) => state with { Incidents = [.. state.Incidents.Select(change)] };

    private static PolicyState Serving(int runs) => Quiet with { Incidents = [new IncidentState(Incident) { Serving = new ServingRun("performance", 8_000), Runs = 1, LastRunRows = runs }] };

    private static PolicyState AlsoMoved(PolicyState state) => state with { Incidents = [.. state.Incidents, new IncidentState("later") { Open = [Moved] }] };

    private static Evidence AlsoFell(Evidence evidence) => evidence with
    {
        SinceInputsMoved = new Dictionary<string, Confirmation> { ["later"] = Fell },
        CleanRowsSinceOnset = new Dictionary<string, int>(evidence.CleanRowsSinceOnset) { ["later"] = 10 },
    };

    private static PolicyState Blind() => Change(WithStory(Of(FindingKinds.LabelFlow)), incident => incident with { Held = true });

    private static PolicyState Asked(string? trainer) => Quiet with { RetrainCommands = [new RetrainModel("hits", "manual", "a person", "to see", trainer)] };

    private static PolicyState Restore(int version) => Quiet with { Restorable = [1, 2], RestoreCommands = [new RestoreModel("hits", "restore", version, "a person", "to see")] };

    private static PolicyState Shadowing() => Quiet with { Phase = ReleasePhase.Shadow, Shadow = 2, RowsToWatch = 250, ReleaseUpdateId = Incident };

    private static PolicyState Canary(PolicyState? state = null) => (state ?? Quiet) with { Phase = ReleasePhase.Canary, Shadow = 2, ShadowTrainedToRow = 9_000, CanaryShare = 0.05, RowsToWatch = 100, ReleaseUpdateId = Incident };

    private static CanaryStanding Stands(int rows = 100) => new(rows, 150, Race(), 0, 0, null);

    private static PolicyState Probation() => Quiet with { Phase = ReleasePhase.Probation, Champion = 2, Shadow = 1, RowsToWatch = 1_000, ReleaseUpdateId = Incident };

    private static RaceStanding Race(int rows = 300, bool better = false) => new(rows, 0.01, 0.01, better, false);

    private static ArchivedStanding Best(double accuracy) => new(1, 40, accuracy, 0.4);

    private static PolicyState Tried(int rows) => Change(WithStory(Worse), incident => incident with { Runs = 1, LastRunRow = 8_500, LastRunRows = rows });

    private static PolicyState Learned(long lastRun) => Change(WithStory(Worse), incident => incident with { Serving = new ServingRun("performance", 7_000), Runs = 1, LastRunRow = lastRun, LastRunRows = 500 });

    private static Evidence At(Confirmation? moved = null, Confirmation? fell = null, int since = 600) => new(10_000)
    {
        SinceInputsMoved = moved is null ? [] : new Dictionary<string, Confirmation> { [Incident] = moved },
        SincePerformanceFell = fell is null ? [] : new Dictionary<string, Confirmation> { [Incident] = fell },
        CleanRowsSinceOnset = new Dictionary<string, int> { [Incident] = since },
    };

    private static string Describe(Decision decision) => decision switch
    {
        Retrain retrain => $"Retrain {retrain.Trigger}",
        StepUp step => FormattableString.Invariant($"StepUp {step.Share}"),
        Restore restore => $"Restore {restore.Version}",
        Reject reject => $"Reject {reject.Gate}",
        Replace { IsTrusted: true } => "Replace trusted",
        RollBack back => $"RollBack {back.Gate}",
        _ => decision.GetType().Name,
    };
}
