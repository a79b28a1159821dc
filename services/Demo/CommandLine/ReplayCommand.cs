using System.CommandLine;
using MonitoringDemo.Demo.Replay;
using MonitoringDemo.Demo.Replay.Check;
using MonitoringDemo.Demo.Replay.Stated;

namespace MonitoringDemo.Demo.CommandLine;

internal static class ReplayCommand
{
    public static Command Create(TextWriter output)
    {
        var options = new ReplayOptions();
        var save = new Option<string?>("--save-schema") { Description = "Write what the columns were taken for to this file, to be edited and given back with --schema.", HelpName = "FILE" };
        var check = new Option<bool>("--check") { Description = "Play nothing: say what is in the files, and what to type. --json writes it as JSON." };
        var step = SharedOptions.Step();
        var json = SharedOptions.Json();
        var command = new Command("replay", "Play any table through the same fleet, row by row.");
        options.AddTo(command);
        foreach (var option in new Option[] { save, check, step, json })
            command.Add(option);
        command.SetAction(async (parsed, cancellation) =>
        {
            var target = new ReportTarget(parsed.GetValue(json));
            var screen = target.IsStandardOutput ? TextWriter.Null : output;
            var settings = options.Of(parsed);
            if (parsed.GetValue(check))
            {
                var found = TableCheck.Of(options.FilesOf(parsed), settings);
                target.Write(CheckText.ToJson(found), output);
                CheckText.Write(found, screen);
                return 0;
            }

            if (settings.Label.Length == 0)
                throw new UnusableInputException("Option '--label' is required, or a --schema; --check says which columns can be one.");
            using var world = ReplayReader.Read(settings);
            InferredSchema.Write(world, screen);
            if (parsed.GetValue(save) is { } path)
                StatedSchemaFile.Write(StatedSchema.Of(world.Columns, world.Classes, settings), path);
            var run = new ReplayRun(world, parsed.GetValue(options.Seed), parsed.GetValue(step));
            using var home = new LockstepHome(parsed, run.Seed);
            var report = await RowProgress.ShowAsync(
                screen, world.FileName, world.Rows, progress => run.PlayAsync(home.Settings, progress, cancellation));
            target.Write(report, output);
            ReportSummary.Write(report, screen);
            return 0;
        });
        return command;
    }
}
