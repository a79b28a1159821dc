using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Messages.Retraining;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.Retraining.Train;
using Spectre.Console;

namespace MonitoringDemo.Demo.CommandLine;

internal static class ExperimentsCommand
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        NewLine = "\n",
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Command Create(TextWriter output)
    {
        var json = SharedOptions.Json();
        json.Description = "Write the list to this file as JSON; - writes it to standard output.";
        var command = new Command("experiments", "List what every training run tried, with the winner's reason, also while a demo works in the data directory.") { json };
        command.SetAction(parsed =>
        {
            var target = new ReportTarget(parsed.GetValue(json));
            var directory = parsed.GetValue(SharedOptions.Data) ?? DataFolder.Default;
            var experiments = new RegistryOf(parsed).Ask(registry => RegistryReader.ReadExperiments(registry.Journal));
            target.Write(JsonSerializer.Serialize(experiments, Format) + "\n", output);
            if (target.IsStandardOutput) return 0;

            if (experiments.Count == 0) output.WriteLine($"No training run in '{directory}' yet.");
            foreach (var run in experiments.GroupBy(experiment => (experiment.UpdateId, experiment.Row)))
                Show([.. run], output);
            return 0;
        });
        return command;
    }

    private static void Show(List<ExperimentView> run, TextWriter output)
    {
        var table = new Table().Border(TableBorder.Rounded)
            .AddColumns("trainer", "window", "rows", "log loss", "accuracy", "auc", "calibration error", "work", "seconds", "outcome");
        var names = Names(run);
        foreach (var e in run)
        {
            table.AddRow(
                Markup.Escape(names[(e.Trainer, e.Settings)]),
                Markup.Escape(e.Window),
                Text($"{e.Rows:N0}"),
                Measured(e.LogLoss, e.LogLossInterval, "0.0000"),
                Measured(e.Accuracy, e.AccuracyInterval, "0.000"),
                Text($"{e.Auc:0.000}"),
                Text($"{e.CalibrationError:0.000}"),
                Text($"{e.Work:N0}"),
                Text($"{e.Seconds:0.00}"),
                e.Version is { } version ? Text($"won: version {version}") : e.Outcome);
        }

        var first = run[0];
        output.WriteLine(Text($"Incident {first.UpdateId}, row {first.Row:N0}, judged on {first.HoldoutRows:N0} newer rows:"));
        Screen.On(output).Write(table);
        foreach (var ((_, settings), name) in names.Where(named => named.Key.Settings.Length > 0))
            output.WriteLine($"  {name}: {settings}");
        foreach (var e in run.Where(e => e.Reason is not null))
            output.WriteLine(e.Outcome == CandidateOutcomes.Won ? $"  {e.Reason}" : $"  {e.Outcome}: {names[(e.Trainer, e.Settings)]} on {e.Window}: {e.Reason}");
        output.WriteLine();
    }

    // Settings are long: they stand below the table, and in it a number where one trainer competes with itself.
    private static Dictionary<(string Trainer, string Settings), string> Names(List<ExperimentView> run) => run
        .Select(e => (e.Trainer, e.Settings))
        .Distinct()
        .GroupBy(recipe => recipe.Trainer)
        .SelectMany(same => same.Select((recipe, i) => (recipe, Name: same.Count() == 1 ? recipe.Trainer : Text($"{recipe.Trainer} {i + 1}"))))
        .ToDictionary(named => named.recipe, named => named.Name);

    private static string Measured(double? value, MetricInterval? interval, string format) => value is null
        ? ""
        : interval is null
            ? value.Value.ToString(format, CultureInfo.InvariantCulture)
            : $"{value.Value.ToString(format, CultureInfo.InvariantCulture)} ({interval.Lower.ToString(format, CultureInfo.InvariantCulture)} to {interval.Upper.ToString(format, CultureInfo.InvariantCulture)})";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
