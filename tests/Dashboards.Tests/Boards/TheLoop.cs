using MonitoringDemo.Dashboards.Tests.Write;

namespace MonitoringDemo.Dashboards.Tests.Boards;

internal static class TheLoop
{
    public static Board Board { get; } = new("loop", "1 The loop", "What changed, did we notice, what did we decide, is it better now, and can I trust the monitoring?",
    [
        Panels.Text(
            """
            **Read from left to right.** The figures say how it is *now*; a figure that is not green is worth a look, and a click leads to the dashboard that says more.
            **Then the two wide panels**, over one time axis: right answers of the fleet beside a twin that nobody updates, and below it what was found, decided and trained.
            **The lines**: purple = somebody changed the world (a scenario), red = the monitor found something, green = another model serves, orange = it was rolled back, grey = an alert of Prometheus.
            **Try**: press *Taste flip* in the control room. The blue line falls, a red line follows, then a green one, and blue comes back while the orange line stays down.
            """),
        Panels.Figure("How often is the fleet right?", "Share of right answers on the newest 1,000 outcomes or more.", "percentunit",
            ("""max by (model) (mlops_model_score{model="$model", role="champion", metric="accuracy", basis="realised"})""", "right")) with
        { Decimals = 1, Steps = Step.Falling(0.6, 0.7), More = "performance" },
        Panels.Figure("What is the loop worth?", "Right answers of the fleet beyond those of the static twin, model 1, on the same songs. Near 0: nothing has changed since model 1, or nothing was learned from it.", "percentunit",
            ("""max by (model) (mlops_model_score{model="$model", role="champion", metric="accuracy", basis="realised"}) - max by (model) (mlops_model_score{model="$model", role="static", metric="accuracy", basis="realised"})""", "gain")) with
        { Decimals = 1, Steps = Step.Falling(-0.02, 0), More = "performance" },
        Panels.Figure("What holds that was found?", "Findings that have not ended. One is no alarm by itself: the decision says what it deserves.", "short",
            ("""sum(max by (kind) (mlops_findings_open{model="$model"}))""", "open")) with
        { Steps = Step.AnyIs(Colours.Orange), More = "drift" },
        Panels.Figure("Is a training under way?", "Whether the retraining service trains and judges at this moment.", "none",
            ("""max by (model) (mlops_retraining_in_progress{model="$model"})""", "training")) with
        { Words = new Dictionary<string, string> { ["0"] = "no", ["1"] = "training" }, More = "retraining" },
        Panels.Name("Which version serves?", "The champion's version.",
            ("""max by (model_version) (mlops_model_info{model="$model", role="champion"})""", "model {{model_version}}")) with
        { More = "retraining" },
        Panels.Figure("Who has to act?", "Alerts of the alerting service that are open.", "short",
            ("sum(max by (alert) (mlops_alerts_open))", "open")) with
        { Steps = Step.AnyIs(Colours.Red), More = "quality" },
        Panels.Lines("Is it better with the loop?", "Right answers on outcomes that have arrived: the fleet, and the static twin beside it on the same songs. The gap is what the loop is worth.", "percentunit", 24, 9,
            ("""max by (model) (mlops_model_score{model="$model", role="champion", metric="accuracy", basis="realised"})""", "fleet"),
            ("""max by (model) (mlops_model_score{model="$model", role="static", metric="accuracy", basis="realised"})""", "static twin")) with
        { Decimals = 1, Series = [("fleet", Colours.Blue, false), ("static twin", Colours.Orange, true)], More = "performance" },
        Panels.Lanes("What was found, and what is being done?", "A lane is coloured while something holds: inputs that moved, answers that got worse, data that are broken, a training, a candidate in shadow.", "none", 24, 8,
            ("""max by (model) (mlops_findings_open{model="$model", kind="data-drift"} > bool 0)""", "inputs moved"),
            ("""max by (model) (mlops_findings_open{model="$model", kind="realised-performance"} > bool 0)""", "answers got worse"),
            ("""max by (model) (mlops_findings_open{model="$model", kind="data-quality"} > bool 0)""", "data are broken"),
            ("""max by (model) (mlops_findings_open{model="$model", kind="label-flow"} > bool 0)""", "outcomes stopped"),
            ("""max by (model) (mlops_retraining_in_progress{model="$model"})""", "training"),
            ("""count by (model) (max by (model, model_version) (mlops_model_info{model="$model", role="challenger"})) or 0 * max by (model) (mlops_retraining_in_progress{model="$model"})""", "candidate in shadow")) with
        { Steps = [new(null, Colours.Green), new(1, Colours.Orange)], Words = new Dictionary<string, string> { ["0"] = " ", ["1"] = "yes" }, More = "drift" },
        Panels.Bars("What did we decide?", "Decisions of the policy in this time range. Watching is a decision as well: inputs may move while the model holds.", "short", 12, 8,
            ("""sort_desc(sum by (action) (increase(mlops_decisions_total{model="$model"}[$__range])))""", "{{action}}")) with
        { Decimals = 0, More = "retraining" },
        Panels.Figure("When was drift last looked for?", "Seconds since the monitor last compared the newest rows with the reference. It grows while no songs come; no value before the first time.", "s",
            ("""time() - max by (model) (mlops_drift_last_check_timestamp_seconds{model="$model"} > 0)""", "since"), 4, 8) with
        { Decimals = 0, Steps = Step.Rising(120, 600), More = "platform" },
        Panels.Figure("Is anybody gone?", "Processes that were scraped within the last hour and do not answer now.", "short",
            ("count(up == 0 and max_over_time(up[1h]) == 1) or vector(0)", "down"), 4, 8) with
        { Steps = Step.AnyIs(Colours.Red), More = "platform" },
        Panels.Figure("Was every message worked on?", "Messages that a consumer failed on for good, or that the broker did not confirm, in this time range.", "short",
            ("sum(increase(mlops_message_faults_total[$__range])) + sum(increase(mlops_messages_not_taken_total[$__range]))", "lost"), 4, 8) with
        { Decimals = 0, Steps = Step.AnyIs(Colours.Red), More = "platform" },
    ]);
}
