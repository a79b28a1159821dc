using System.CommandLine;

namespace MonitoringDemo.KeepingUp;

/// <summary>The command line. 0 = measured, 1 = something did not run, 2 = cannot be used, told in one line.</summary>
internal static class KeepingUpCommand
{
    private const int Failed = 1;
    private const int Unusable = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> args, TextWriter output, TextWriter error)
    {
        var parsed = Create(output).Parse(args);
        if (parsed.Errors.Count > 0 && parsed.Action?.ClearsParseErrors != true)
        {
            await error.WriteLineAsync($"{parsed.Errors[0].Message} See --help.");
            return Unusable;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = error, EnableDefaultExceptionHandler = false });
        }
        catch (UnusableInputException e)
        {
            await error.WriteLineAsync(e.Message);
            return Unusable;
        }
    }

    private static RootCommand Create(TextWriter output)
    {
        var streams = new Option<string?>("--streams") { Description = "Only these, or the groups generated and real (default: all).", HelpName = "A,B" };
        var seeds = new Option<string>("--seeds") { Description = "Seeds of the generated streams.", HelpName = "1..10", DefaultValueFactory = _ => "1..10" };
        var rows = AtLeast(4_000, new Option<int?>("--rows") { Description = "Rows of every generated stream (default: 40,000, and 200,000 of no-drift).", HelpName = "N" });
        var data = new Option<string?>("--data") { Description = "The folder of the real data sets (default: MONITORINGDEMO_DATA).", HelpName = "DIR" };
        var delays = new Option<string>("--delays") { Description = "Rows until an outcome of the real data is known.", HelpName = "0,200,1000", DefaultValueFactory = _ => "0,200,1000" };
        var noPeers = new Option<bool>("--no-peers") { Description = "Leave the schedules out." };
        var freshPeers = new Option<bool>("--fresh-peers") { Description = "Let the schedules play again what was kept of them." };
        var atOnce = AtLeast(1, new Option<int?>("--at-once") { Description = "Streams played at once (default: 2).", HelpName = "N" });
        var step = AtLeast(1, new Option<int?>("--step") { Description = "The fleet's --step (default: the Demo's own).", HelpName = "N" });
        var demo = new Option<string?>("--demo") { Description = "Another build of the Demo's assembly (default: this repository's).", HelpName = "DLL" };
        var json = new Option<string?>("--json") { Description = "Also write what each stream and seed came to into this file.", HelpName = "FILE" };
        var write = new Option<bool>("--write") { Description = "Also put the table into docs/keeping-up.md." };
        var root = new RootCommand("The fleet beside the plainest retraining schedule, on streams that change and streams that do not.")
        {
            streams, seeds, rows, data, delays, noPeers, freshPeers, atOnce, step, demo, json, write,
        };
        root.SetAction(async (parsed, cancellation) =>
        {
            var measurement = new Measurement(
                parsed.GetValue(streams), KeepingUpOptions.Seeds(parsed.GetRequiredValue(seeds)), parsed.GetValue(rows),
                parsed.GetValue(data) ?? Environment.GetEnvironmentVariable("MONITORINGDEMO_DATA"), KeepingUpOptions.Delays(parsed.GetRequiredValue(delays)),
                !parsed.GetValue(noPeers), parsed.GetValue(freshPeers), parsed.GetValue(atOnce) ?? 2, parsed.GetValue(step), parsed.GetValue(demo),
                parsed.GetValue(json), parsed.GetValue(write), [.. parsed.Tokens.Select(token => token.Value)]);
            return await measurement.TakeAsync(output, cancellation) ? 0 : Failed;
        });
        return root;
    }

    private static Option<int?> AtLeast(int least, Option<int?> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int?>() < least) result.AddError($"{option.Name}: at least {least}.");
        });
        return option;
    }
}
