using System.CommandLine;
using MonitoringDemo.DetectionQuality.Streams;

namespace MonitoringDemo.DetectionQuality;

/// <summary>Options that several commands have.</summary>
internal static class BenchmarkOptions
{
    public static Option<string> Reference() => new("--reference")
    {
        Description = "The folder of the reference's quality files (default: those shipped).",
        HelpName = "DIR",
        DefaultValueFactory = _ => ReferenceQuality.ShippedFolder,
    };

    public static Option<bool> Write() => new("--write") { Description = "Also put the tables into docs/drift.md of the repository around this folder." };

    public static Option<int> AtLeast(int least, Option<int> option)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<int>() < least) result.AddError($"{option.Name}: at least {least}.");
        });
        return option;
    }
}
