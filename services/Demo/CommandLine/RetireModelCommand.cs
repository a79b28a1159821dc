using System.CommandLine;
using MonitoringDemo.Demo.CommandLine.People;
using MonitoringDemo.Messages.Retraining;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary><c>models retire</c>.</summary>
internal static class RetireModelCommand
{
    public static Command Create(TextWriter output)
    {
        var version = new Argument<int>("version") { HelpName = "VERSION", Description = "Which version." };
        var to = new Option<string>("--to") { HelpName = "STAGE", Description = $"{string.Join(", ", VersionStages.All)}: one stage further, or active to bring it back.", Required = true };
        to.AcceptOnlyFromAmong([.. VersionStages.All]);
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Description = "Why, in one sentence, for the journal.", Required = true };
        var sunset = new Option<string?>("--sunset") { HelpName = "TIME", Description = "For deprecated: from when on it may be gone, for instance 2030-01-31T08:00:00Z (default: Retraining:Retirement:ArchiveAfter from now)." };
        var url = new Option<string?>("--url") { HelpName = "URL", Description = $"The running fleet to ask (default: {Hosting.FleetAddress.Default})." };
        var command = new Command("retire", "Take a version one stage further out of use in a running fleet: its callers are warned before it is gone. The token of MONITORINGDEMO_TOKEN says who asks.") { version, to, reason, sunset, url };
        command.SetAction((parsed, cancellation) => FleetCall.AskAsync(
            parsed.GetValue(url), "retire",
            new { version = parsed.GetRequiredValue(version), stage = parsed.GetRequiredValue(to), reason = parsed.GetRequiredValue(reason), sunset = parsed.GetValue(sunset) }, output, cancellation));
        return command;
    }
}
