using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.InferenceLog;
using MonitoringDemo.InferenceLog.Erase;
using MonitoringDemo.Learning.Schema;
using MonitoringDemo.Retraining.Privacy;
using MonitoringDemo.ServiceDefaults;
using MonitoringDemo.ServiceDefaults.State;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary><c>privacy erase|resume</c>.</summary>
internal static class PrivacyCommand
{
    public static Command Create(TextWriter output)
    {
        var key = new Argument<string>("key") { HelpName = "KEY", Description = "Whose rows: the requestId that they came with; with --column a value, with --prediction the id of one, for instance p-5000." };
        var column = new Option<string?>("--column") { HelpName = "NAME", Description = "The column that names the subject." };
        var prediction = new Option<bool>("--prediction") { Description = "KEY is the id of a prediction." };
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Description = "Why, in one sentence, for the journal; without the name of the subject.", Required = true };
        var by = new Option<string>("--by") { HelpName = "NAME", Description = "Who does it, for the journal.", DefaultValueFactory = _ => "command line" };
        var retrain = new Option<bool>("--retrain") { Description = "Order a training without these rows: the next start begins with it." };
        var dry = new Option<bool>("--dry-run") { Description = "Say what would be erased, and erase nothing." };
        var erase = new Command("erase", "Erase the rows of a subject from log, copies and snapshots of a data directory in which no demo works. It cannot be taken back.") { key, column, prediction, reason, by, retrain, dry };
        erase.SetAction(parsed => In(parsed, (data, erasure) =>
        {
            var (named, why) = (parsed.GetRequiredValue(key), parsed.GetRequiredValue(reason));
            if (string.IsNullOrWhiteSpace(why)) throw new UnusableInputException("--reason must be a sentence that says why.");
            var subject = Subject(data, named, parsed.GetValue(column), parsed.GetValue(prediction));
            var plan = parsed.GetValue(dry) ? erasure.Plan(subject) : erasure.Run(subject, parsed.GetRequiredValue(by), why, parsed.GetValue(retrain));
            output.WriteLine(Words(plan, parsed.GetValue(dry)));
            if (plan.Rows.Count > 0 && !File.Exists(Path.Combine(data.Root, "registry", "journal.jsonl"))) output.WriteLine("This directory has no registry: erase where that is as well, which journals it.");
            if (parsed.GetValue(retrain) && plan.Rows.Count > 0 && !parsed.GetValue(dry)) output.WriteLine("The next start trains anew without them.");
            return plan.Rows.Count > 0 ? 0 : 1;
        }));
        var resume = new Command("resume", "End an erasure that was interrupted; the next start of the demo does it as well.");
        resume.SetAction(parsed => In(parsed, (_, erasure) =>
        {
            output.WriteLine(erasure.Resume() ? "The erasure is done." : "No erasure was interrupted.");
            return 0;
        }));
        return new Command("privacy", "Erase what was stored of somebody.") { erase, resume };
    }

    private static string Words(ErasurePlan plan, bool isDry) => plan.Rows.Count == 0 ? "No row is found by this key. Nothing was changed."
        : string.Create(CultureInfo.InvariantCulture, $"{plan.Rows.Count:N0} rows {(isDry ? "would be" : "were")} erased; {(plan.Versions.Count == 0 ? "no version learned from them" : $"versions that learned from some of them: {string.Join(", ", plan.Versions)}")}.");

    private static SubjectKey Subject(DataDirectory data, string key, string? column, bool isPrediction)
    {
        if (column is null)
        {
            if (!isPrediction) return new SubjectKey(RequestId: key);
            return key.StartsWith("p-", StringComparison.Ordinal) && long.TryParse(key.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var row)
                ? new SubjectKey(Row: row)
                : throw new UnusableInputException($"'{key}' is no id of a prediction: p- and a number, for instance p-5000.");
        }

        if (isPrediction) throw new UnusableInputException("Name the subject by --column or by --prediction, and not by both.");
        var file = Path.Combine(data.Root, "log", "schema.json");
        if (!File.Exists(file)) throw new UnusableInputException($"There are no rows in '{data.Root}' yet.");
        var schema = SchemaJson.Read(File.ReadAllBytes(file));
        var feature = schema.IndexOf(column);
        if (feature < 0) throw new UnusableInputException($"--column {column}: the rows have no such column. They have {string.Join(", ", schema.Features.Select(each => each.Name))}.");
        if (schema.Features[feature].Kind == FeatureKind.Numeric)
        {
            return double.TryParse(key, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
                ? new SubjectKey(Feature: feature, Value: number)
                : throw new UnusableInputException($"'{key}' is no number, and column {column} holds numbers.");
        }

        var code = schema.Features[feature].Categories.ToList().IndexOf(key);
        return code >= 0 ? new SubjectKey(Feature: feature, Value: code) : throw new UnusableInputException($"'{key}' is no value of column {column} that the schema knows.");
    }

    private static int In(ParseResult parsed, Func<DataDirectory, Erasure, int> act)
    {
        var directory = parsed.GetValue(SharedOptions.Data) ?? DataFolder.Default;
        if (!DataFolder.IsOurs(directory)) throw new UnusableInputException($"There is no demo in '{directory}'; name its data directory with --data DIR.");
        var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        if (settings[Stores.RegistryKey] is { Length: > 0 } || settings[$"{Stores.RegistryKey}_FILE"] is { Length: > 0 })
            throw new UnusableInputException($"{Stores.RegistryKey} names a database, and a registry there is not erased from yet: nothing was changed.");
        var data = new DataDirectory(directory);
        try
        {
            using var claim = data.Lock();
            return act(data, new Erasure(data, ModelSlot.Of(settings), TimeProvider.System));
        }
        catch (DataDirectoryInUseException e)
        {
            throw new UnusableInputException($"A demo works in '{directory}': stop it first, for its memory holds rows as well.", e);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or CorruptLogException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"'{directory}' could not be erased from, and the same command goes on with it: {e.Message}", e);
        }
    }
}
