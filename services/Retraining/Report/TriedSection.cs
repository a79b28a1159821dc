using System.Globalization;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Train;
using MonitoringDemo.ServiceDefaults.Pages;

namespace MonitoringDemo.Retraining.Report;

/// <summary>The experiments of each training run.</summary>
internal static class TriedSection
{
    private static string[] Heads(bool ofMany) => ["trainer", "window", ">of rows", ">rows", ">log loss", ">accuracy", ofMany ? ">macro-F1" : ">auc", ">calibration error", "outcome"];

    public static Html Of(IncidentStory story)
    {
        var runs = story.Experiments.GroupBy(experiment => experiment.Row).ToList();
        return runs.Count == 0
            ? new Html("<h2>What was tried?</h2><p>Nothing was trained.</p>\n")
            : Html.Of($"<h2>What was tried?</h2>\n{Html.Join(runs.Select(Run))}");
    }

    private static Html Run(IGrouping<long, ExperimentView> run)
    {
        var names = Names(run);
        var settings = Html.Join(names.Where(named => named.Key.Settings.Length > 0).Select(named => Html.Of($"<p class=\"note\">{named.Value}: <code>{named.Key.Settings}</code></p>\n")));
        var reasons = Html.Join(run.Where(tried => tried.Reason is not null).Select(tried => Html.Of($"<p class=\"note\">{(tried.Won ? "" : $"{tried.Trainer} on {tried.Window}: ")}{tried.Reason}</p>\n")));
        return Html.Of($"<h3>At row {run.Key:N0}, judged on {run.First().HoldoutRows:N0} newer rows</h3>\n{Html.Table(Heads(run.Any(tried => tried.MacroF1 is not null)), run.Select(tried => Row(tried, names[(tried.Trainer, tried.Settings)])))}{settings}{reasons}");
    }

    // Settings are long: they stand below the table, and in it a number where one trainer competes with itself.
    private static Dictionary<(string Trainer, string Settings), string> Names(IEnumerable<ExperimentView> run) => run
        .Select(tried => (tried.Trainer, tried.Settings)).Distinct().GroupBy(recipe => recipe.Trainer)
        .SelectMany(same => same.Select((recipe, i) => (recipe, Name: same.Count() == 1 ? recipe.Trainer : string.Create(CultureInfo.InvariantCulture, $"{recipe.Trainer} {i + 1}"))))
        .ToDictionary(named => named.recipe, named => named.Name);

    private static IReadOnlyList<Html> Row(ExperimentView tried, string name) =>
    [
        Html.Of($"{name}"),
        Html.Of($"{tried.Window}"),
        Html.Of($"{tried.FromRow:N0} to {tried.ToRow:N0}"),
        Html.Of($"{tried.Rows:N0}"),
        Html.Of($"{Measured(tried.LogLoss, tried.LogLossInterval)}"),
        Html.Of($"{Measured(tried.Accuracy, tried.AccuracyInterval)}"),
        Html.Of($"{tried.MacroF1 ?? tried.Auc:0.000}"),
        Html.Of($"{tried.CalibrationError:0.000}"),
        tried.Outcome == CandidateOutcomes.Won
            ? Html.Of($"<span class=\"good\">won{(tried.Version is { } version ? string.Create(CultureInfo.InvariantCulture, $": model {version}") : "")}</span>")
            : Html.Of($"{tried.Outcome}"),
    ];

    private static string Measured(double? value, MetricInterval? interval) => value is null ? "" : interval is null
        ? string.Create(CultureInfo.InvariantCulture, $"{value:0.000}")
        : string.Create(CultureInfo.InvariantCulture, $"{value:0.000} ({interval.Lower:0.000} to {interval.Upper:0.000})");
}
