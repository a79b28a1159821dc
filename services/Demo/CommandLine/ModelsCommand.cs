using System.CommandLine;

namespace MonitoringDemo.Demo.CommandLine;

internal static class ModelsCommand
{
    public static Command Create(TextWriter output)
    {
        var command = new Command("models", "List the versions in the registry of a data directory.");
        command.SetAction(_ =>
        {
            output.WriteLine("No models yet.");
            return 0;
        });
        return command;
    }
}
