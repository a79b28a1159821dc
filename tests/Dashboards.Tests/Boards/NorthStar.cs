using MonitoringDemo.Dashboards.Tests.Write;

namespace MonitoringDemo.Dashboards.Tests.Boards;

internal static class NorthStar
{
    public static Board Board { get; } = new("north-star", "8 NorthStar", "How fast and how safely does a change in the world become a better model in production?",
    [
        Panels.Text(
            """
            **Four figures of delivery**, after DORA, for models instead of programs: how often is released, how long it takes from finding to release, how often a release is taken back, how long until all is well again.
            **Of noticing**: from the change to the finding (where the change was injected, so its moment is known), the age of the model, what came of the trainings, and what became of findings. Where there is a limit, it stands under the figure; times have none, for evidence is counted in songs, and at a tenth of the pace everything takes ten times as long. Choose a long time range: events are rare.
            """, 3),
        Panels.Figure("How often is a better model released?", "Promotions an hour, the first model left out, over this time range.", "suffix: an hour",
            ("""3600 * sum(rate(mlops_retraining_runs_total{model="$model", outcome="promoted", trigger!="seed"}[$__range]))""", "promotions"), 6) with { Decimals = 1, More = "retraining" },
        Panels.Figure("How long from finding to release?", "Lead time: the median from the first finding of an incident to the promotion that answers it, taken from a histogram and so no finer than its buckets (1, 2, 5, 10, 30 minutes). No value without one in this range.", "s",
            ("""histogram_quantile(0.5, sum by (le) (increase(mlops_drift_to_promotion_seconds_bucket{model="$model"}[$__range])))""", "median"), 6) with { Decimals = 0, More = "retraining" },
        Panels.Figure("How often is a release taken back?", "Change-failure rate: roll-backs for each promotion of this range.", "percentunit",
            ("""sum(increase(mlops_decisions_total{model="$model", action="roll-back"}[$__range])) / clamp_min(sum(increase(mlops_retraining_runs_total{model="$model", outcome="promoted", trigger!="seed"}[$__range])), 1)""", "taken back"), 6) with { Decimals = 0, Steps = Step.Rising(0.1, 0.3), More = "retraining" },
        Panels.Figure("How long until answers are right again?", "Time to recover: the median from a finding that accuracy fell to its end, in this range. The line of right answers is back later: each of its points is a mean over the newest 1,000 outcomes. No value without one.", "s",
            ("""histogram_quantile(0.5, sum by (le) (increase(mlops_finding_duration_seconds_bucket{model="$model", kind="realised-performance"}[$__range])))""", "median"), 6) with { Decimals = 0, More = "performance" },
        Panels.Bars("How fast did we notice?", "From the moment a scenario changed the world to the first finding after it, while no other scenario had begun. No bar: nothing was found, as it has to be of *Steady* and may be of *Bad candidate*, which changes no song. Whether a finding was of it is told by *Were the findings true?* below.", "s", 12, 7,
            ("""min_over_time((max by (model) (mlops_drift_last_detected_timestamp_seconds{model="$model"}) - on (model) group_right () (max by (model, scenario) (traffic_scenario_started_timestamp_seconds{model="$model"}) == on (model) group_left () max by (model) (traffic_scenario_started_timestamp_seconds{model="$model"})) > 0)[$__range:])""", "{{scenario}}")) with { Decimals = 0, More = "drift" },
        Panels.Figure("How old is the model?", "Time since the champion was promoted.", "s",
            ("""time() - max by (model) (mlops_model_promoted_timestamp_seconds{model="$model"})""", "age"), 6, 7) with { Decimals = 0 },
        Panels.Figure("How many trainings came to nothing?", "Runs that were rejected or failed, of all runs of this range. There is no limit: gates that never say no guard nothing.", "percentunit",
            ("""sum(increase(mlops_retraining_runs_total{model="$model", outcome!="promoted"}[$__range])) / clamp_min(sum(increase(mlops_retraining_runs_total{model="$model"}[$__range])), 1)""", "came to nothing"), 6, 7) with { Decimals = 0, More = "retraining" },
        Panels.Bars("What became of the findings?", "Findings that ended in this range. Acted: something was done about it. Harmless: it was real, was watched, and did the answers no harm. Accepted: the data's owner called it normal. Unanswered: it was over before anything was decided. None of these says that it was false: *Were the findings true?* does.", "short", 6, 7,
            ("""sort_desc(sum by (verdict) (increase(mlops_findings_ended_total{model="$model"}[$__range])))""", "{{verdict}}")) with { Decimals = 0, More = "drift" },
        Panels.Happenings("Were the findings true?", "Findings held against what was done to the world. Expected: the running scenario brings it about. False: the scenario says that nothing of the kind may be found. Untold: no scenario runs, the change is older, or the scenario says nothing of it.", 18, 7,
            ("""sum by (truth) (increase(traffic_findings_total{model="$model"}[$__rate_interval]))""", "{{truth}}")) with
        { Decimals = 0, Series = [("expected", Colours.Green, false), ("false", Colours.Red, false), ("untold", Colours.Grey, false)], More = "drift" },
        Panels.Lines("With the loop, and without", "Right answers of the fleet, and of the static twin that lives in the same world without a loop.", "percentunit", 16, 9,
            ("""max by (model) (mlops_model_score{model="$model", role="champion", metric="accuracy", basis="realised"})""", "with"),
            ("""max by (model) (mlops_model_score{model="$model", role="static", metric="accuracy", basis="realised"})""", "without")) with
        { Decimals = 1, Series = [("with", Colours.Blue, false), ("without", Colours.Orange, true)], More = "performance" },
        Panels.Figure("What was the loop worth over this time?", "How many more of 100 answers were right than those of the static twin, on average over this time range; *The loop* says it of now. The twin knows the world of its first day: where taste has turned, it is wrong on purpose, and the figure says what standing still costs.", "suffix: points",
            ("""100 * avg_over_time((max by (model) (mlops_model_score{model="$model", role="champion", metric="accuracy", basis="realised"}) - max by (model) (mlops_model_score{model="$model", role="static", metric="accuracy", basis="realised"}) > -1)[$__range:])""", "beyond the twin"), 4, 9) with { Decimals = 1, Steps = Step.Falling(-2, 0) },
        Panels.Figure("What is firing?", "Alerts of Prometheus' rules, the watchdog left out, which always fires; of the alerting service's, *Data quality and labels* tells.", "short",
            ("""count(ALERTS{alertstate="firing", alertname!="Watchdog"}) or vector(0)""", "firing"), 4, 9) with { Steps = Step.AnyIs(Colours.Red), More = "platform" },
        Panels.Figure("How ready is the fleet?", "The final ML Test Score: the least of its four sections, of 7. /scorecard of the demo says what each of the 28 tests found, and what is missing. Switching something off lowers its section.", "short",
            ("""min(mlops_scorecard_points{model="$model"})""", "final"), 4, 5) with { Decimals = 1 },
        Panels.Lines("Which section is it?", "Points of each section of the ML Test Score. A step down: something was switched off, or the registry no longer holds.", "short", 20, 5,
            ("""sum by (section) (mlops_scorecard_points{model="$model"})""", "{{section}}")) with { Decimals = 1, Series = [("data", Colours.Blue, false), ("model", Colours.Green, false), ("infrastructure", Colours.Grey, false), ("monitoring", Colours.Orange, true)] },
        Panels.Table("All models", "Every model at once, whichever is chosen above.", "none", 24, 6, [("model", "Model")],
            ("""max by (model) (mlops_model_score{role="champion", metric="accuracy", basis="realised"})""", "Right, with"),
            ("""max by (model) (mlops_model_score{role="static", metric="accuracy", basis="realised"})""", "Right, without"),
            ("""sum by (model) (max by (model, kind) (mlops_findings_open))""", "Open findings"),
            ("""sum by (model) (increase(mlops_retraining_runs_total{outcome="promoted", trigger!="seed"}[$__range]))""", "Promotions"),
            ("""sum by (model) (rate(mlops_predictions_total{role="champion", outcome="ok"}[1m]))""", "Rows a second")) with { Decimals = 2 },
    ]);
}
