using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Retraining.Audit;
using Spectre.Console;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary><c>models diff</c>.</summary>
internal static class DiffModels
{
    public static Command Create(TextWriter output)
    {
        var (a, b) = (new Argument<int>("A") { Description = "A version, as models lists it." }, new Argument<int>("B") { Description = "Another." });
        var command = new Command("diff", "Put two versions side by side: rows, features, recipe, measures, and their scores on the same rows.") { a, b };
        command.SetAction(parsed =>
        {
            var compared = new RegistryOf(parsed).Ask(registry => VersionComparison.Of(registry.Journal, registry.Blobs, parsed.GetValue(a), parsed.GetValue(b)));
            var screen = Screen.On(output);
            screen.Write(Origins(compared));
            output.WriteLine(Text($"Rows that both were trained on: {compared.SharedRows:N0}."));
            foreach (var feature in compared.Features)
                output.WriteLine($"Feature {feature}.");
            screen.Write(Measures(compared));
            screen.Write(Shares(compared));
            output.WriteLine(compared.SameRows is { } same
                ? Text($"On the {same.Rows:N0} rows of version {compared.B.Version}: right {same.AccuracyA:0.000} and {same.AccuracyB:0.000} (trained on them), same answer {same.Agree:0.000}, scores apart {same.MeanDifference:0.0000} in the mean, {same.LargestDifference:0.0000} at most.")
                : "They take different rows: their scores cannot be compared.");
            return 0;
        });
        return command;
    }

    private static Table Origins(ComparedVersions compared)
    {
        var table = NewTable(compared, "");
        void Row(string what, Func<ComparedVersion, string> of) => table.AddRow(what, Markup.Escape(of(compared.A)), Markup.Escape(of(compared.B)));
        Row("made because of", version => version.Trigger);
        Row("recipe", version => version.Recipe);
        Row("seed", version => Text($"{version.Seed}"));
        Row("rows", version => Text($"{version.Rows:N0} of {version.FromRow:N0} to {version.ToRow:N0}"));
        Row("their SHA-256", version => version.DataSetSha256[..12]);
        Row("code", version => version.Code);
        return table;
    }

    private static Table Measures(ComparedVersions compared)
    {
        var table = NewTable(compared, "held-out rows");
        foreach (var (one, other) in compared.Slices)
            table.AddRow(Markup.Escape(one.Slice), Measure(one), Measure(other));
        return table;

        static string Measure(Retraining.Evaluate.SliceMetrics slice) => Text($"{slice.Rows:N0}: accuracy {slice.Accuracy:0.000}, log loss {slice.LogLoss:0.0000}, AUC {slice.Auc:0.000}");
    }

    private static Table Shares(ComparedVersions compared)
    {
        var table = NewTable(compared, "share of what moves the score");
        foreach (var (feature, one, other) in compared.Importance.OrderByDescending(share => share.B ?? share.A ?? 0))
            table.AddRow(Markup.Escape(feature), Text($"{one:0.000}"), Text($"{other:0.000}"));
        return table;
    }

    private static Table NewTable(ComparedVersions compared, string what) =>
        new Table().Border(TableBorder.Rounded).AddColumns(what, Text($"version {compared.A.Version}"), Text($"version {compared.B.Version}"));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
