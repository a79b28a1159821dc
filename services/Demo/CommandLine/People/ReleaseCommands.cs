using System.CommandLine;

namespace MonitoringDemo.Demo.CommandLine.People;

/// <summary>What people decide about releases: <c>approvals</c>, <c>approve</c>, <c>refuse</c>, <c>freeze</c>, <c>unfreeze</c>, <c>roll-back</c>, <c>retrain</c>.</summary>
internal static class ReleaseCommands
{
    private const string Whose = "The token of MONITORINGDEMO_TOKEN says who asks.";

    public static IEnumerable<Command> Create(TextWriter output)
    {
        var url = new Option<string?>("--url") { HelpName = "URL", Description = $"The running fleet to ask (default: {Hosting.FleetAddress.Default})." };
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Description = "Why, in one sentence, for the journal.", Required = true };
        var version = new Argument<int>("version") { HelpName = "VERSION", Description = "A version that waits, as approvals lists them." };
        var until = new Option<string?>("--until") { HelpName = "TIME", Description = "When the freeze ends by itself, for instance 2030-01-31T08:00:00Z." };
        var meant = new Option<int?>("--version") { HelpName = "VERSION", Description = "The version to take back: where another serves by then, nothing is done (default: the one that serves)." };
        var to = new Option<int?>("--to") { HelpName = "VERSION", Description = "The version to serve instead (default: the one that served before)." };
        var trainer = new Option<string?>("--trainer") { HelpName = "NAME", Description = "The trainer, as trainers lists them (default: all candidates compete)." };

        Command Asking(string name, string words, Func<ParseResult, object> body, params Symbol[] symbols)
        {
            var command = new Command(name, $"{words} {Whose}");
            foreach (var symbol in symbols)
            {
                if (symbol is Argument argument) command.Add(argument);
                else command.Add((Option)symbol);
            }

            command.Add(reason);
            command.Add(url);
            command.SetAction((parsed, cancellation) => FleetCall.AskAsync(parsed.GetValue(url), name, body(parsed), output, cancellation));
            return command;
        }

        string Why(ParseResult parsed) => parsed.GetRequiredValue(reason);
        var list = new Command("approvals", "List the versions that wait for people, and the freeze in force.") { url };
        list.SetAction((parsed, cancellation) => FleetCall.ListAsync(parsed.GetValue(url), output, cancellation));
        yield return list;
        yield return Asking("approve", "Let a version out that waits for people.", parsed => new { version = parsed.GetRequiredValue(version), reason = Why(parsed) }, version);
        yield return Asking("refuse", "Refuse a version that waits for people.", parsed => new { version = parsed.GetRequiredValue(version), reason = Why(parsed) }, version);
        yield return Asking("freeze", "Stop releases; what races goes on, and roll-back works.", parsed => new { reason = Why(parsed), until = parsed.GetValue(until) }, until);
        yield return Asking("unfreeze", "Let releases go on.", parsed => new { reason = Why(parsed) });
        yield return Asking("roll-back", "In an emergency: take back what serves, also while releases are frozen.", parsed => new { reason = Why(parsed), version = parsed.GetValue(meant), to = parsed.GetValue(to) }, meant, to);
        yield return Asking("retrain", "Train a candidate now and put it through every gate.", parsed => new { reason = Why(parsed), trainer = parsed.GetValue(trainer) ?? "" }, trainer);
    }
}
