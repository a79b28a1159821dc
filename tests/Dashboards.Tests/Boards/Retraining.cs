using MonitoringDemo.Dashboards.Tests.Write;

namespace MonitoringDemo.Dashboards.Tests.Boards;

internal static class Retraining
{
    private const string Deciding = """sum by (action, evidence) (increase(mlops_decisions_total{model="$model"}[$__rate_interval]))""";
    private const string None = """(label_replace(label_replace(vector(0), "action", "none", "", ""), "evidence", "nothing asked for a decision", "", "") unless on () (sum by (model) (increase(mlops_decisions_total{model="$model"}[$__rate_interval])) > 0.5))""";

    public static Board Board { get; } = new("retraining", "5 Retraining and releases", "What became of each training, which gate said no, and where does the time go?",
    [
        Panels.Text(
            """
            A training run tries candidates on several windows, puts the winner through the **gates**, and releases it: at once when it is proven, else in **shadow** first; with `Retraining:Release:Strategy=canary` by growing shares of the requests. A gate that says no has done its work.
            **Try** *Bad candidate*: a run whose labels are shuffled ends as *rejected*, and a gate is named. A roll-back means that a release proved worse than the one before it.
            """, 3),
        Panels.Figure("How old is the model?", "Time since the champion was promoted.", "s",
            ("""time() - max by (model) (mlops_model_promoted_timestamp_seconds{model="$model"})""", "age"), 6) with { Decimals = 0 },
        Panels.Figure("How many releases?", "Promotions in this time range, the first model left out. They can be more than the decisions to retrain or to replace: after a change a young model is refitted as its rows double, and no decision is made of it.", "short",
            ("""sum(increase(mlops_retraining_runs_total{model="$model", outcome="promoted", trigger!="seed"}[$__range]))""", "promoted"), 6) with { Decimals = 0 },
        Panels.Figure("How many had to be taken back?", "Roll-backs in this time range.", "short",
            ("""sum(increase(mlops_decisions_total{model="$model", action="roll-back"}[$__range]))""", "rolled back"), 6) with { Decimals = 0, Steps = Step.AnyIs(Colours.Orange) },
        Panels.Figure("How long from drift to a new model?", "Median time from the first finding of an incident to the promotion that answers it, in this time range. No value without one.", "s",
            ("""histogram_quantile(0.5, sum by (le) (increase(mlops_drift_to_promotion_seconds_bucket{model="$model"}[$__range])))""", "median"), 6) with { Decimals = 0 },
        Panels.Bars("What became of the runs?", "Training runs that ended in this time range, that of the first model among them: so there may be one more promoted here than releases above.", "short", 8, 8,
            ("""sum by (outcome) (increase(mlops_retraining_runs_total{model="$model"}[$__range]))""", "{{outcome}}")) with { Decimals = 0 },
        Panels.Bars("What caused them?", "Training runs that ended in this time range, by what caused them. `challenger` is the standing race, `seed` the first model.", "short", 8, 8,
            ("""sort_desc(sum by (trigger) (increase(mlops_retraining_runs_total{model="$model"}[$__range])))""", "{{trigger}}")) with { Decimals = 0 },
        Panels.Bars("Which gate said no?", "Candidates that failed a gate in this time range, and versions that failed later: in shadow, as a canary, in probation, or when they were loaded. Gates are tried in order, and the first that fails ends it.", "short", 8, 8,
            ("""sort_desc(sum by (gate) (increase(mlops_gate_results_total{model="$model", result="failed"}[$__range])))""", "{{gate}}")) with { Decimals = 0, Steps = Step.AnyIs(Colours.Orange) },
        Panels.Table("Which trainer wins?", "Candidates of the runs in this time range, by trainer: tried and won, tried and lost, failed, left out for the budget. Who wins has still to pass the gates: a drill with shuffled labels can win and is refused.", "short", 12, 8, [("trainer", "Trainer"), ("result", "Result")],
            ("""sum by (trainer, result) (increase(mlops_experiments_total{model="$model"}[$__range])) > 0 or sum by (trainer, result) (increase(mlops_experiments_total{model="$model", result="won"}[$__range]))""", "Candidates")) with { Decimals = 0 },
        Panels.Table("Which versions are in use?", "The champion serves; the challenger is scored on the same songs and served to nobody; the static twin is model 1 and never changes.", "none", 12, 8, [("role", "Role"), ("model_version", "Version"), ("algorithm", "Algorithm")],
            ("""max by (model_version, role, algorithm) (mlops_model_info{model="$model"})""", "Loaded")),
        Panels.Lanes("What is under way, and what waits for people?", "A lane is orange while it holds. A version that waits has passed every gate; a freeze stops releases and no race.", "none", 24, 7,
            ("""max by (model) (mlops_retraining_in_progress{model="$model"})""", "training"),
            ("""count by (model) (max by (model, model_version) (mlops_model_info{model="$model", role="challenger"})) or 0 * max by (model) (mlops_retraining_in_progress{model="$model"})""", "candidate in shadow"),
            ("""max by (model) (mlops_approvals_waiting{model="$model"})""", "versions that wait"),
            ("""max by (model) (mlops_releases_frozen{model="$model"})""", "releases frozen")) with
        { Steps = Step.AnyIs(Colours.Orange), Words = new Dictionary<string, string> { ["0"] = " ", ["1"] = "yes" } },
        Panels.Bars("What did people say?", "Approvals given, versions refused, and versions that lapsed while they waited, in this time range.", "short", 24, 5,
            ("""sum by (outcome) (increase(mlops_approvals_total{model="$model"}[$__range]))""", "{{outcome}}")) with { Decimals = 0 },
        Panels.Lines("How many requests does a canary answer?", "The share that a canary is to answer, and the share of rows that it did answer. Steps up are steps that it stood; a fall to zero is the promotion, or a roll-back. Empty where candidates are released in one step.", "percentunit", 16, 7,
            ("""max by (model) (mlops_canary_share_ratio{model="$model"})""", "to answer"),
            ("""sum by (model) (rate(mlops_canary_answers_total{model="$model"}[$__rate_interval])) / clamp_min(sum by (model) (rate(mlops_predictions_total{model="$model", role="champion", outcome="ok"}[$__rate_interval])), 1e-9)""", "answered")),
        Panels.Bars("What became of the canaries?", "Canaries that ended in this time range. `ended`: the world changed, it could not be loaded, or another version was brought back.", "short", 8, 7,
            ("""sum by (outcome) (increase(mlops_canaries_total{model="$model"}[$__range]))""", "{{outcome}}")) with { Decimals = 0 },
        Panels.Bars("Where does the time go?", "Mean time of each stage of the runs of this time range. Means add up to the whole; percentiles would not. They are real time, also where a history is played.", "s", 24, 6,
            ("""sum by (stage) (increase(mlops_retraining_stage_duration_seconds_sum{model="$model"}[$__range])) / clamp_min(sum by (stage) (increase(mlops_retraining_stage_duration_seconds_count{model="$model"}[$__range])), 1)""", "{{stage}}")) with { Decimals = 2 },
        Panels.Lanes("What was decided when, and why?", "A lane for each decision of this time range and the evidence for it, orange when it was made. Refits and promotions follow from decisions and have none of their own.", "none", 24, 9,
            ($"({Deciding} > 0.5) or {None}", "{{action}}: {{evidence}}")) with
        { Steps = Step.AnyIs(Colours.Orange), Words = new Dictionary<string, string> { ["0"] = " " } },
    ]);
}
