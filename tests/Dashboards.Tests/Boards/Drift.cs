using MonitoringDemo.Dashboards.Tests.Write;

namespace MonitoringDemo.Dashboards.Tests.Boards;

internal static class Drift
{
    private const string Ratio = """max by (feature) (mlops_feature_drift_score{model="$model"} / on (model, feature, method) mlops_feature_drift_threshold{model="$model"})""";

    public static Board Board { get; } = new("drift", "3 Drift", "Which input moved, how far, since when, and which alarm did it raise?",
    [
        Panels.Text(
            """
            Every input's newest rows are compared with a reference; the score is divided by its threshold, so **1 is the line** and inputs with different tests can be compared.
            Choose the longest bar under *Feature* above: the two panels on the right of it name it, and show how its values lay and how they lie now. **Moved is not broken**: whether it hurts, the performance says; what is done about it, the decision.
            """, 3),
        Panels.Bars("Which input moved?", "Drift of each input against its own threshold; from 1 on it counts as drift.", "none", 8, 11, ($"sort_desc({Ratio})", "{{feature}}")) with
        { Decimals = 2, Steps = Step.Rising(0.7, 1) },
        Panels.Columns("How do the values of $feature lie, and how did they?", "Share of the chosen input's values in each bin: reference beside newest rows. The last bin holds missing values.", "percentunit", 8, 11, "bin",
            ("""max by (bin) (mlops_feature_bin_ratio{model="$model", feature="$feature", window="reference"})""", "reference"),
            ("""max by (bin) (mlops_feature_bin_ratio{model="$model", feature="$feature", window="current"})""", "now")) with
        { Decimals = 0, Min = 0, Series = [("reference", Colours.Grey, false), ("now", Colours.Blue, false)] },
        Panels.Lines("When did $feature move?", "Score of the chosen input against its own threshold: from 1 on it counts as drift. A gap: too few new rows to compare, as after another model began to serve; rows in quarantine are left out.", "none", 8, 11,
            ("""max by (feature) (mlops_feature_drift_score{model="$model", feature="$feature"} / on (model, feature, method) mlops_feature_drift_threshold{model="$model", feature="$feature"})""", "{{feature}}"),
            ("vector(1)", "threshold")) with
        { Decimals = 1, Min = 0, Series = [("threshold", Colours.Red, true)] },
        Panels.Lanes("Which inputs moved when?", "Each input over time: green well below its threshold, orange near it, red beyond. White: too few new rows to compare; broken rows are in quarantine and left out.", "none", 24, 10, (Ratio, "{{feature}}")) with
        { Decimals = 1, Steps = Step.Rising(0.7, 1) },
        Panels.Happenings("Which alarm came when?", "Findings as they are made, by kind: inputs that moved, answers that got worse, data that are broken, outcomes that stopped, a model that is old.", 12, 8,
            ("""sum by (kind) (increase(mlops_findings_total{model="$model"}[$__rate_interval]))""", "{{kind}}")) with
        { Decimals = 0, Series = [("data-drift", Colours.Sky, false), ("realised-performance", Colours.Red, false), ("data-quality", Colours.Orange, false), ("label-flow", Colours.Purple, false), ("staleness", Colours.Grey, false)] },
        Panels.Lanes("Which findings hold?", "How many findings of a kind have not ended. One ends when a whole window of rows is well again, so it outlasts its cause.", "none", 12, 8,
            ("""max by (kind) (mlops_findings_open{model="$model"})""", "{{kind}}")) with
        { Steps = Step.AnyIs(Colours.Orange) },
        Panels.Lines("How often is drift looked for?", "Comparisons a second by result. `insufficient_data`: too few new rows since the last one.", "cps", 12, 7,
            ("""sum by (result) (rate(mlops_drift_checks_total{model="$model"}[$__rate_interval]))""", "{{result}}")) with
        { Series = [("stable", Colours.Green, false), ("drift", Colours.Red, false), ("insufficient_data", Colours.Grey, true)], More = "platform" },
        Panels.Figure("How many songs went unwatched?", "Songs served since the last comparison, at the pace of now. No value before the first one.", "short",
            ("""(time() - max by (model) (mlops_drift_last_check_timestamp_seconds{model="$model"} > 0)) * on (model) sum by (model) (rate(mlops_predictions_total{model="$model", role="champion", outcome="ok"}[$__rate_interval]))""", "songs"), 6, 7) with
        { Decimals = 0, Steps = Step.Rising(1000, 5000), More = "platform" },
        Panels.Figure("How many inputs are beyond their line?", "Inputs whose score is at its threshold or above.", "short",
            ($"count({Ratio} >= 1) or vector(0)", "inputs"), 6, 7) with
        { Steps = Step.AnyIs(Colours.Orange) },
    ])
    {
        Variables = [new Variable("feature", "Feature", """label_values(mlops_feature_drift_score{model="$model"}, feature)""")],
    };
}
