using System.CommandLine;
using MonitoringDemo.Learning;
using MonitoringDemo.Retraining;
using Spectre.Console;

namespace MonitoringDemo.Demo.CommandLine;

internal static class TrainersCommand
{
    public static Command Create(TextWriter output)
    {
        var command = new Command("trainers", "List the trainers that Retraining:Candidates and Retraining:Trainer may name, and which of them cannot train on this machine.");
        command.SetAction(_ =>
        {
            var table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn("trainer").NoWrap()).AddColumn("here");
            foreach (var trainer in RetrainingModule.FindTrainers())
                table.AddRow(Markup.Escape(trainer.Name), Markup.Escape(Here(trainer)));
            Screen.On(output).Write(table);
            return 0;
        });
        return command;
    }

    private static string Here(IModelTrainer trainer) =>
        trainer.Unavailable is { } why ? $"no. {why}" : trainer.IsDrill ? "in drills only (Retraining:AllowDrills)" : "yes";
}
