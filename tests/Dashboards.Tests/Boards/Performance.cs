using MonitoringDemo.Dashboards.Tests.Write;

namespace MonitoringDemo.Dashboards.Tests.Boards;

internal static class Performance
{
    private const string Realised = """max by (model) (mlops_model_score{model="$model", role="champion", metric="accuracy", basis="realised"})""";
    private const string Estimated = """max by (model) (mlops_model_score{model="$model", role="champion", metric="accuracy", basis="estimated"})""";
    private const string Twin = """max by (model) (mlops_model_score{model="$model", role="static", metric="accuracy", basis="realised"})""";

    private const string Promised = """sum by (bin) (increase(mlops_calibration_scores_total{model="$model"}[$__range]))""";
    private const string Came = """sum by (bin) (increase(mlops_calibration_outcomes_total{model="$model", outcome="came"}[$__range]))""";
    private const string Scored = """sum by (bin) (increase(mlops_calibration_outcomes_total{model="$model"}[$__range]))""";

    public static Board Board { get; } = new("performance", "2 Model performance", "Is the champion right, for whom is it not, and how well do we know before outcomes come?",
    [
        Panels.Text(
            """
            **Realised** is counted on outcomes that came; it is the truth, and late. **Estimated** is what the scores of the newest rows promise before their outcomes; it is early, and fooled when
            what a song deserves has changed (*Taste flip*): then realised falls and estimated does not. The distance of the two is the panel to watch. **By group of songs** it is shown live, on outcomes of the chosen time range, and below it as its gates judged it, once, before it served.
            """, 3),
        Panels.Figure("How often is it right?", "Realised: the newest 1,000 outcomes or more.", "percentunit", (Realised, "realised"), 6) with { Decimals = 1, Steps = Step.Falling(0.6, 0.7) },
        Panels.Figure("How often would the twin be?", "The static twin, model 1, on the same outcomes.", "percentunit", (Twin, "static twin"), 6) with { Decimals = 1, Steps = Step.Neutral },
        Panels.Figure("How often will it be?", "Estimated for the newest 2,000 rows, before their outcomes. No value while the champion has too few outcomes to be calibrated on.", "percentunit", (Estimated, "estimated"), 6) with { Decimals = 1, Steps = Step.Falling(0.6, 0.7) },
        Panels.Figure("How far are its scores from what came?", "Expected calibration error in this time range: scores in tenths, in each the mean score beside the share that came, and the mean distance. 0: of 100 songs that are given 70 %, 70 chart.", "percentunit",
            ($"sum(abs({Promised} - {Came})) / sum({Scored})", "off by"), 6) with { Decimals = 1, Steps = Step.Rising(0.05, 0.1) },
        Panels.Lines("Is the champion right, and would the twin be?", "Realised accuracy of the champion, what its scores promise, and the static twin.", "percentunit", 24, 9,
            (Realised, "realised"), (Estimated, "estimated"), (Twin, "static twin")) with
        { Decimals = 1, Series = [("realised", Colours.Blue, false), ("estimated", Colours.Sky, true), ("static twin", Colours.Orange, true)] },
        Panels.Lines("Can the estimate be trusted?", "Estimated minus realised. Far above 0: the scores promise more than they hold, so what a song deserves has changed and no look at the inputs shows it. A gap: the champion is new, and too few outcomes have come to calibrate it on.", "percentunit", 12, 8,
            ($"{Estimated} - {Realised}", "promised beyond what was held")) with
        { Decimals = 1, Series = [("promised beyond what was held", Colours.Red, false)], More = "drift" },
        Panels.Lines("Have its scores moved?", "How far the distribution of the newest scores is from that of the champion's first, by the method that the monitor uses. It begins anew with each champion.", "none", 12, 8,
            ("""max by (method) (mlops_prediction_drift_score{model="$model"})""", "{{method}}")) with
        { Decimals = 2, More = "drift" },
        Panels.Bars("For whom is it right least often?", "Right answers of this time range by group of songs, on outcomes that came: all, and the five groups of 200 outcomes or more that it serves worst. A group of 200 is off by 3 points by chance alone.", "percentunit", 12, 8,
            ("""sum by (slice) (increase(mlops_answers_total{model="$model", slice="all", result="right"}[$__range])) / (sum by (slice) (increase(mlops_answers_total{model="$model", slice="all"}[$__range])) > 0) or sort(bottomk(5, sum by (slice) (increase(mlops_answers_total{model="$model", slice!="all", result="right"}[$__range])) / (sum by (slice) (increase(mlops_answers_total{model="$model", slice!="all"}[$__range])) >= 200)))""", "{{slice}}")) with
        { Decimals = 1, Max = 1, Steps = Step.Falling(0.6, 0.7) },
        Panels.Columns("Do its scores keep what they promise?", "Calibration in this time range: for each tenth of the score what the scores promised, and what came. Equal heights are right; what came far below means that the champion is too sure of itself.", "percentunit", 12, 8, "bin",
            ($"{Promised} / ({Scored} > 0)", "promised"),
            ($"{Came} / ({Scored} > 0)", "came")) with
        { Decimals = 0, Max = 1, Series = [("promised", Colours.Sky, false), ("came", Colours.Blue, false)] },
        Panels.Bars("For whom was it right at its gates?", "Accuracy of the champion on the rows that its gates judged it on: all, and each group of them. Groups are small, so small differences mean little.", "percentunit", 8, 10,
            ("""sort_desc(max by (slice) (mlops_model_holdout_score{model="$model", metric="accuracy"}))""", "{{slice}}")) with
        { Decimals = 1, Max = 1, Steps = Step.Falling(0.6, 0.7) },
        Panels.Table("What did it score at its gates?", "The champion on all rows that its gates judged it on. Accuracy and AUC are better the higher, log loss and Brier score the lower.", "none", 8, 10, [("metric", "Metric")],
            ("""max by (metric) (mlops_model_holdout_score{model="$model", slice="all"})""", "On hold-out rows")) with
        { Decimals = 3 },
        Panels.Lines("Who scores how much?", "Rows scored a second by role: the champion serves, the static twin and a challenger are scored beside it and served to nobody.", "cps", 8, 10,
            ("""sum by (role) (rate(mlops_predictions_total{model="$model", outcome="ok"}[$__rate_interval]))""", "{{role}}")) with
        { Series = [("champion", Colours.Blue, false), ("static", Colours.Orange, true), ("challenger", Colours.Purple, false)], More = "serving" },
    ]);
}
