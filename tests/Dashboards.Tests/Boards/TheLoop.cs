using MonitoringDemo.Dashboards.Tests.Write;

namespace MonitoringDemo.Dashboards.Tests.Boards;

internal static class TheLoop
{
    private const string Decided = """sum by (action, evidence) (increase(mlops_decisions_total{model="$model"}[$__range]))""";
    private const string NothingYet = """label_replace(label_replace(vector(0), "action", "nothing", "", ""), "evidence", "no evidence asked for it", "", "")""";

    public static Board Board { get; } = new("loop", "1 The loop", "What changed, did we notice, what did we decide, is it better now, and can I trust the monitoring?",
    [
        Panels.Text(
            """
            **Read from left to right.** The figures say how it is *now*; a figure that is not green is worth a look, and a click leads to the dashboard that says more.
            **Then the two wide panels**, over one time axis: right answers of the fleet beside a twin that nobody updates, and below it what was found, decided and trained.
            **The lines**: purple = somebody changed the world (a scenario), red = the monitor found something, green = another model serves, sky blue = it was rolled back, grey = an alert of Prometheus.
            **Try**: press *Taste flip* in the control room. Blue falls, a red line follows, then a green one, and blue comes back while the static twin stays down. *What did we decide, and why?* names the evidence.
            """),
        Panels.Figure("How often is the fleet right?", "Share of right answers on the newest 1,000 outcomes or more.", "percentunit",
            ("""max by (model) (mlops_model_score{model="$model", role="champion", metric="accuracy", basis="realised"})""", "right")) with
        { Decimals = 1, Steps = Step.Falling(0.6, 0.7), More = "performance" },
        Panels.Figure("What is the loop worth now?", "How many more of 100 answers are right than those of the static twin, model 1, on the same newest songs. Near 0: nothing has changed since model 1, or nothing was learned from it. *NorthStar* has the mean over the time range.", "suffix: points",
            ("""100 * (max by (model) (mlops_model_score{model="$model", role="champion", metric="accuracy", basis="realised"}) - max by (model) (mlops_model_score{model="$model", role="static", metric="accuracy", basis="realised"}))""", "beyond the twin")) with
        { Decimals = 1, Steps = Step.Falling(-2, 0), More = "performance" },
        Panels.Figure("How many findings hold?", "Findings that have not ended. One is no alarm by itself: the decision says what it deserves.", "short",
            ("""sum(max by (kind) (mlops_findings_open{model="$model"}))""", "open")) with
        { Steps = Step.AnyIs(Colours.Orange), More = "drift" },
        Panels.Figure("Is a training under way?", "Whether the retraining service trains and judges at this moment.", "none",
            ("""max by (model) (mlops_retraining_in_progress{model="$model"})""", "training")) with
        { Words = new Dictionary<string, string> { ["0"] = "no", ["1"] = "training" }, More = "retraining" },
        Panels.Name("Which version serves?", "The champion's version.",
            ("""max by (model_version) (mlops_model_info{model="$model", role="champion"})""", "model {{model_version}}")) with
        { More = "retraining" },
        Panels.Figure("How many alerts are open?", "Alerts of the alerting service that are open: somebody has to act.", "short",
            ("sum(max by (alert) (mlops_alerts_open))", "open")) with
        { Steps = Step.AnyIs(Colours.Red), More = "quality" },
        Panels.Lines("Is it better with the loop?", "Right answers on outcomes that have arrived: the fleet, and the static twin beside it on the same songs. The gap is what the loop is worth.", "percentunit", 24, 9,
            ("""max by (model) (mlops_model_score{model="$model", role="champion", metric="accuracy", basis="realised"})""", "fleet"),
            ("""max by (model) (mlops_model_score{model="$model", role="static", metric="accuracy", basis="realised"})""", "static twin")) with
        { Decimals = 1, Series = [("fleet", Colours.Blue, false), ("static twin", Colours.Orange, true)], More = "performance" },
        Panels.Lanes("What was found, and what is being done?", "A lane is orange while something holds: inputs that moved, answers that got worse, data that are broken, a training, a candidate in shadow; the last two are normal work. A finding ends when a whole window of rows is well again.", "none", 24, 8,
            ("""max by (model) (mlops_findings_open{model="$model", kind="data-drift"} > bool 0)""", "inputs moved"),
            ("""max by (model) (mlops_findings_open{model="$model", kind="realised-performance"} > bool 0)""", "answers got worse"),
            ("""max by (model) (mlops_findings_open{model="$model", kind="data-quality"} > bool 0)""", "data are broken"),
            ("""max by (model) (mlops_findings_open{model="$model", kind="label-flow"} > bool 0)""", "outcomes stopped"),
            ("""max by (model) (mlops_retraining_in_progress{model="$model"})""", "training"),
            ("""count by (model) (max by (model, model_version) (mlops_model_info{model="$model", role="challenger"})) or 0 * max by (model) (mlops_retraining_in_progress{model="$model"})""", "candidate in shadow")) with
        { Steps = [new(null, Colours.Green), new(1, Colours.Orange)], Words = new Dictionary<string, string> { ["0"] = " ", ["1"] = "yes" }, More = "drift" },
        Panels.Table("What did we decide, and why?", "Decisions of the policy in this time range, each with the evidence it rests on: a row of the policy's table, or the gate that refused. Watching is a decision as well: inputs may move while the model holds. Promotions and refits follow from decisions and are not counted again.", "short", 12, 8, [("action", "Decided"), ("evidence", "Because")],
            ($"sort_desc({Decided} > 0) or ({NothingYet} unless on () ({Decided} > 0))", "Times")) with
        { Decimals = 0, More = "retraining" },
        Panels.Figure("How many songs went unwatched?", "Songs served since the monitor last compared the newest rows with the reference, at the pace of now: it looks every few hundred. No value before the first time.", "short",
            ("""(time() - max by (model) (mlops_drift_last_check_timestamp_seconds{model="$model"} > 0)) * on (model) sum by (model) (rate(mlops_predictions_total{model="$model", role="champion", outcome="ok"}[$__rate_interval]))""", "songs"), 4, 8) with
        { Decimals = 0, Steps = Step.Rising(1000, 5000), More = "platform" },
        Panels.Figure("How many processes are gone?", "Processes that were scraped within the last hour and do not answer now.", "short",
            ("count(up == 0 and max_over_time(up[1h]) == 1) or vector(0)", "down"), 4, 8) with
        { Steps = Step.AnyIs(Colours.Red), More = "platform" },
        Panels.Figure("How many messages were lost?", "Messages that a consumer failed on for good, or that the broker did not confirm, in this time range.", "short",
            ("sum(increase(mlops_message_faults_total[$__range])) + sum(increase(mlops_messages_not_taken_total[$__range]))", "lost"), 4, 8) with
        { Decimals = 0, Steps = Step.AnyIs(Colours.Red), More = "platform" },
    ]);
}
