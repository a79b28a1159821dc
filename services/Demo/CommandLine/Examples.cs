using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary>Ends the help of each command with an example that can be typed as it stands.</summary>
internal static class Examples
{
    internal const string Start = "dotnet run -c Release --project services/Demo";

    private static readonly Dictionary<string, string[]> ByCommand = new(StringComparer.Ordinal)
    {
        [""] = ["", "--fresh --urls http://127.0.0.1:5090"],
        ["scenarios"] = ["scenarios"],
        ["scenarios matrix"] = ["scenarios matrix --seeds 3", "scenarios matrix taste-flip unit-change --out matrix.md"],
        ["scenarios ablate"] = ["scenarios ablate unit-change --only policy:broken-data-is-quarantined", "scenarios ablate --step 250 --keep ablations.jsonl --out ablations.md"],
        ["run"] = ["run taste-flip --seed 7 --json report.json"],
        ["models"] = ["models --data .demo"],
        ["models export"] = ["models export 1 --out hits-1.onnx --data .demo", "models export 1 --format json --out hits-1.json --data .demo"],
        ["accept"] = ["accept duration_ms --data .demo --reason \"The label sends seconds from now on\""],
        ["bus"] = ["bus parked list"],
        ["bus parked"] = ["bus parked list"],
        ["bus parked list"] = ["bus parked list --service alerting"],
        ["bus parked show"] = ["bus parked show 3f0c12ab"],
        ["bus parked replay"] = ["bus parked replay 3f0c12ab", "bus parked replay --all --service alerting"],
        ["replay"] = ["replay songs.csv.gz --label hit --time stream_date --ignore title,artist --delay 200"],
        ["bus parked drop"] = ["bus parked drop 3f0c12ab"],
        ["mcp"] = ["mcp --url http://127.0.0.1:5090"],
        ["trainers"] = ["trainers"],
        ["slides"] = ["slides --out slides", "slides docs/workshop/slides.md --out slides"],
        ["cases"] = ["cases", "cases payment-fraud --out payment-fraud.csv"],
        ["lab"] = ["lab list", "lab check 01"],
        ["lab list"] = ["lab list"],
        ["lab start"] = ["lab start 01"],
        ["lab watch"] = ["lab watch 01", "lab watch 03 B"],
        ["lab check"] = ["lab check 01"],
        ["lab hint"] = ["lab hint 01"],
        ["lab solve"] = ["lab solve 01"],
        ["lab reset"] = ["lab reset 01"],
        ["history"] = ["history --out history.om", "history taste-flip unit-change --hours 8"],
        ["report"] = ["report hits-8001 --data .demo --html report.html", "report --data .demo"],
        ["scorecard"] = ["scorecard --data .demo", "scorecard --data .demo --html scorecard.html"],
        ["whatif"] = ["whatif taste-flip --without gate:quality --html whatif.html", "whatif hits-8001 --data .demo --set Retraining:LeastDrop=0.05", "whatif --list"],
        ["models verify"] = ["models verify --data .demo"],
        ["models reproduce"] = ["models reproduce 3 --data .demo"],
        ["models diff"] = ["models diff 1 3 --data .demo"],
        ["models card"] = ["models card 1 --out hits-1.html --data .demo"],
        ["models bom"] = ["models bom 1 --out hits-1.cdx.json --data .demo"],
        ["privacy"] = ["privacy erase order-4711 --reason \"The customer asked for it\" --dry-run --data .demo"],
        ["privacy erase"] = ["privacy erase order-4711 --reason \"The customer asked for it\" --retrain --data .demo", "privacy erase 7c2f --column customer --reason \"The customer asked for it\" --data .demo"],
        ["privacy resume"] = ["privacy resume --data .demo"],
        ["registry"] = ["registry export --from 2026-01-01 --to 2026-02-01 --out audit.html --data .demo"],
        ["registry verify"] = ["registry verify --data .demo"],
        ["registry export"] = ["registry export --from 2026-01-01 --to 2026-02-01 --out audit.html --data .demo", "registry export --out - --data .demo"],
        ["models retire"] = ["models retire 2 --to deprecated --reason \"Version 5 does better on every slice\"", "models retire 2 --to archived --reason \"Nobody asks for it\""],
        ["people"] = ["people add ana approver --file people.json"],
        ["people add"] = ["people add ana approver --file people.json"],
        ["people list"] = ["people list --file people.json"],
        ["keys"] = ["keys list --data .demo"],
        ["keys list"] = ["keys list --data .demo"],
        ["keys rotate"] = ["keys rotate --data .demo"],
        ["keys resign"] = ["keys resign --data .demo"],
        ["keys revoke"] = ["keys revoke 3f0c12ab --reason \"Its holder left\" --data .demo", "keys revoke --version 4 --reason \"It learned from rows that were sold\" --data .demo"],
        ["approvals"] = ["approvals"],
        ["approve"] = ["approve 4 --reason \"Its card was read, and the slices hold\""],
        ["refuse"] = ["refuse 4 --reason \"It leans on one feature\""],
        ["freeze"] = ["freeze --reason \"Release week\" --until 2030-01-31T08:00:00Z"],
        ["unfreeze"] = ["unfreeze --reason \"Release week is over\""],
        ["roll-back"] = ["roll-back --reason \"Complaints about the answers\""],
        ["retrain"] = ["retrain --reason \"New labels were delivered\""],
        ["classroom"] = ["classroom --teams 20", "classroom --teams reds,blues --songs-per-second 100 --data .demo-course"],
        ["mystery"] = ["mystery start --team team-01 --seed 7"],
        ["mystery start"] = ["mystery start --team team-01 --seed 7", "mystery start"],
        ["mystery reveal"] = ["mystery reveal --team team-01"],
        ["mystery score-scripts"] = ["mystery score-scripts taste-flip unit-change", "mystery score-scripts"],
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

        // With the names before it: two commands are called replay, two list.
        private static string NameOf(Command command) =>
            command is RootCommand ? "" : command.Parents.OfType<Command>().FirstOrDefault(parent => parent is not RootCommand) is { } parent ? $"{NameOf(parent)} {command.Name}" : command.Name;
    }
}
