using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Retraining.Register;
using MonitoringDemo.ServiceDefaults.State;
using Spectre.Console;

namespace MonitoringDemo.Demo.CommandLine;

internal static class ModelsCommand
{
    public static Command Create(TextWriter output)
    {
        var command = new Command("models", "List the versions in the registry of a data directory, also while a demo works in it.")
        {
            VerifyModels.Create(output), ReproduceModel.Create(output), DiffModels.Create(output), ModelExportCommand.Create(output), ModelCardCommand.Create(output), ModelBillCommand.Create(output), RetireModelCommand.Create(output),
        };
        command.SetAction(parsed =>
        {
            var directory = parsed.GetValue(SharedOptions.Data) ?? DataFolder.Default;
            var models = Read(directory);
            if (models.Count == 0)
                output.WriteLine($"No models in '{directory}' yet.");
            else
                Screen.On(output).Write(Table(models));
            return 0;
        });
        return command;
    }

    private static IReadOnlyList<ModelView> Read(string directory)
    {
        try
        {
            return RegistryReader.Read(Stores.Journal(new DataDirectory(directory)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException($"The registry in '{directory}' cannot be read: {e.Message}", e);
        }
    }

    private static Table Table(IReadOnlyList<ModelView> models)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("version", "role", "trainer", "trained on rows", "trigger", "served from row", "rejected because", "sha256");
        foreach (var model in models)
        {
            table.AddRow(
                model.Version.ToString(CultureInfo.InvariantCulture),
                model.CanaryShare is { } share ? string.Create(CultureInfo.InvariantCulture, $"{model.Role}, {100 * share:0.##} %") : model.Retired is { } retired ? $"{model.Role}, {retired.Stage}" : model.Role,
                Markup.Escape(model.Trainer),
                string.Create(CultureInfo.InvariantCulture, $"{model.TrainedOnRows[0]:N0} to {model.TrainedOnRows[1]:N0}"),
                Markup.Escape(model.Trigger),
                model.PromotedAtRow?.ToString("N0", CultureInfo.InvariantCulture) ?? "",
                Markup.Escape(model.RejectedBecause ?? ""),
                model.Sha256[..12]);
        }

        return table;
    }
}
