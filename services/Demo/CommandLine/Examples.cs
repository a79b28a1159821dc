using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary>Ends the help of each command with an example that can be typed as it stands.</summary>
internal static class Examples
{
    private const string Start = "dotnet run -c Release --project services/Demo";

    private static readonly Dictionary<string, string[]> ByCommand = new(StringComparer.Ordinal)
    {
        [""] = ["", "--fresh --urls http://127.0.0.1:5090"],
        ["scenarios"] = ["scenarios"],
        ["matrix"] = ["scenarios matrix --seeds 3", "scenarios matrix taste-flip unit-change --out matrix.md"],
        ["run"] = ["run taste-flip --seed 7 --json report.json"],
        ["models"] = ["models --data .demo"],
        ["export"] = ["models export 1 --out hits-1.onnx --data .demo", "models export 1 --format json --out hits-1.json --data .demo"],
        ["accept"] = ["accept duration_ms --data .demo --reason \"The label sends seconds from now on\""],
        ["bus"] = ["bus parked list"],
        ["parked"] = ["bus parked list"],
        ["list"] = ["bus parked list --service alerting"],
        ["show"] = ["bus parked show 3f0c12ab"],
        ["replay of parked"] = ["bus parked replay 3f0c12ab", "bus parked replay --all --service alerting"],
        ["replay"] = ["replay songs.csv.gz --label hit --time stream_date --ignore title,artist --delay 200"],
        ["drop"] = ["bus parked drop 3f0c12ab"],
        ["trainers"] = ["trainers"],
        ["history"] = ["history --out history.om", "history taste-flip unit-change --hours 8"],
        ["report"] = ["report hits-8001 --data .demo --html report.html", "report --data .demo"],
        ["experiments"] = ["experiments --data .demo --json experiments.json"],
    };

    public static void AddToHelp(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
            option.Action = new HelpWithExamples((HelpAction)option.Action!);
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            var output = parseResult.InvocationConfiguration.Output;
            var command = parseResult.CommandResult.Command;
            output.WriteLine("Example:");
            foreach (var arguments in ByCommand[NameOf(command)])
                output.WriteLine($"  {(arguments.Length == 0 ? Start : $"{Start} -- {arguments}")}");
            return code;
        }

        // Two commands are called replay.
        private static string NameOf(Command command) =>
            command is RootCommand ? "" : command is { Name: "replay", Parents: var parents } && parents.Any(parent => parent.Name == "parked") ? "replay of parked" : command.Name;
    }
}
