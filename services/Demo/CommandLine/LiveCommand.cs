using System.CommandLine;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Demo.Live;

namespace MonitoringDemo.Demo.CommandLine;

internal static class LiveCommand
{
    public static RootCommand Create(TextWriter output)
    {
        var command = new RootCommand("A fleet of services that keeps a model fresh. Without a command: the live demo and its page.");
        command.SetAction((parsed, cancellation) => LiveDemo.RunAsync(
            parsed.GetValue(SharedOptions.Urls) ?? FleetAddress.Default,
            parsed.GetValue(SharedOptions.Data) ?? DataFolder.Default,
            parsed.GetValue(SharedOptions.Fresh),
            output,
            cancellation));
        return command;
    }
}
