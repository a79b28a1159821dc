using System.CommandLine;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Mcp;
using MonitoringDemo.ServiceDefaults.Security;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary><c>mcp</c>: an agent that starts programs talks to a running fleet through this one.</summary>
internal static class McpCommand
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public static Command Create()
    {
        var url = new Option<string?>("--url") { HelpName = "URL", Description = $"The running fleet (default: {FleetAddress.Default})." };
        var command = new Command("mcp", $"Serve the Model Context Protocol over standard input and output: an agent looks at a running fleet. A running demo serves it at {McpModule.Path} too.") { url };
        command.SetAction(async (parsed, cancellation) =>
        {
            var settings = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            using var http = new HttpClient(new AccessTokenHandler(new AccessToken(settings)) { InnerHandler = new SocketsHttpHandler() })
            {
                BaseAddress = FleetAddress.ToCall(parsed.GetValue(url) ?? FleetAddress.Default),
                Timeout = s_patience,
            };
            await McpModule.ServeAsync(http, cancellation);
            return 0;
        });
        return command;
    }
}
