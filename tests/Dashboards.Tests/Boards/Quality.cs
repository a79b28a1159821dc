using MonitoringDemo.Dashboards.Tests.Write;

namespace MonitoringDemo.Dashboards.Tests.Boards;

internal static class Quality
{
    public static Board Board { get; } = new("quality", "4 Data quality and labels", "Can the data and the labels be trusted, and where are we blind?",
    [
        Panels.Text(
            """
            **Broken data must not be learned from.** A violation that harms the model opens a quarantine: rows still get answers, and none of them is trained on until the input is well again.
            **Without labels nobody knows**: while outcomes stop, nothing is promoted. **Try** *Unit change*: one input lights up, a quarantine opens, and none is trained from then on. A version whose training was under way may still be released.
            """, 3),
        Panels.Figure("How many quarantines are open?", "Quarantines without an end: rows that come in are answered and not learned from.", "short",
            ("""max by (model) (mlops_quarantines_open{model="$model"})""", "open"), 6) with { Steps = Step.AnyIs(Colours.Orange), More = "retraining" },
        Panels.Figure("How many labels come back?", "Outcomes received for each row served, in this time range. Late outcomes belong to earlier rows, so it can pass 100 %.", "percentunit",
            ("""sum(increase(mlops_outcomes_received_total{model="$model"}[$__range])) / sum(increase(mlops_predictions_total{model="$model", role="champion", outcome="ok"}[$__range]))""", "labelled"), 6) with { Decimals = 0, Steps = Step.Falling(0.5, 0.8) },
        Panels.Figure("How late are labels?", "Half of the outcomes of this time range came sooner after their prediction.", "s",
            ("""histogram_quantile(0.5, sum by (le) (rate(mlops_outcome_delay_seconds_bucket{model="$model"}[$__range])))""", "median"), 6) with { Decimals = 1 },
        Panels.Figure("Are we blind?", "Whether outcomes have stopped, as the monitor sees it.", "none",
            ("""max by (model) (mlops_findings_open{model="$model", kind="label-flow"})""", "outcomes stopped"), 6) with
        { Steps = Step.AnyIs(Colours.Red), Words = new Dictionary<string, string> { ["0"] = "no", ["1"] = "blind" } },
        Panels.Bars("What was broken?", "Findings about the quality of the data in this time range, by input and check. `(row)` stands for checks of whole rows. Six at most.", "short", 12, 9,
            ("""topk(6, sum by (feature, check) (increase(mlops_data_quality_violations_total{model="$model"}[$__range])))""", "{{feature}}: {{check}}")) with { Decimals = 0, Steps = Step.AnyIs(Colours.Red) },
        Panels.Bars("What is missing now?", "Share of missing values among the newest rows, by input. Six at most.", "percentunit", 12, 9,
            ("""topk(6, max by (feature) (mlops_feature_bin_ratio{model="$model", bin="missing", window="current"}))""", "{{feature}}")) with { Decimals = 1, Max = 1, Steps = Step.Rising(0.01, 0.05) },
        Panels.Lanes("Since when?", "While broken data, or missing outcomes, hold.", "none", 24, 6,
            ("""max by (model) (mlops_findings_open{model="$model", kind="data-quality"})""", "data are broken"),
            ("""max by (model) (mlops_quarantines_open{model="$model"})""", "in quarantine"),
            ("""max by (model) (mlops_findings_open{model="$model", kind="label-flow"})""", "outcomes stopped")) with { Steps = Step.AnyIs(Colours.Orange) },
        Panels.Lines("Do labels keep up with predictions?", "Rows served and outcomes received, a second. A gap that lasts is a blind spot.", "cps", 12, 8,
            ("""sum by (model) (rate(mlops_predictions_total{model="$model", role="champion", outcome="ok"}[$__rate_interval]))""", "served"),
            ("""sum by (model) (rate(mlops_outcomes_received_total{model="$model"}[$__rate_interval]))""", "outcomes")) with { Min = 0, Series = [("served", Colours.Blue, false), ("outcomes", Colours.Green, true)] },
        Panels.Lines("How late are labels over time?", "From a prediction to its outcome: half of them came sooner than p50, nine of ten sooner than p90.", "s", 12, 8,
            ("""histogram_quantile(0.5, sum by (le) (rate(mlops_outcome_delay_seconds_bucket{model="$model"}[$__rate_interval])))""", "p50"),
            ("""histogram_quantile(0.9, sum by (le) (rate(mlops_outcome_delay_seconds_bucket{model="$model"}[$__rate_interval])))""", "p90")) with { Min = 0, Series = [("p50", Colours.Blue, false), ("p90", Colours.Orange, false)] },
        Panels.Bars("Who was told?", "Alerts that were raised in this time range.", "short", 12, 8,
            ("sort_desc(sum by (alert, severity) (increase(mlops_alerts_total[$__range])))", "{{alert}} ({{severity}})")) with { Decimals = 0 },
        Panels.Bars("Did the notification arrive?", "Attempts to tell people in this time range, by channel: delivered, failed and tried again, or dropped. Each alert is told twice, when it is raised and when it is resolved.", "short", 12, 8,
            ("sum by (channel, outcome) (increase(mlops_notifications_total[$__range]))", "{{channel}}: {{outcome}}")) with { Decimals = 0 },
    ]);
}
