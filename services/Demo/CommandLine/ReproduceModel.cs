using System.CommandLine;
using System.Globalization;
using MonitoringDemo.Retraining;
using MonitoringDemo.Retraining.Audit;

namespace MonitoringDemo.Demo.CommandLine;

/// <summary><c>models reproduce</c>.</summary>
internal static class ReproduceModel
{
    public static Command Create(TextWriter output)
    {
        var version = new Argument<int>("VERSION") { Description = "A version, as models lists it." };
        var command = new Command("reproduce", "Train a version again from its recorded rows, recipe and seed, and compare the bytes. Exit code 1 when others come out.") { version };
        command.SetAction(parsed =>
        {
            var made = new RegistryOf(parsed).Ask(registry => Reproduction.Of(registry.Journal, registry.Blobs, parsed.GetValue(version), RetrainingModule.FindTrainers()));
            output.WriteLine(Verdict(made));
            foreach (var difference in made.Differences)
                output.WriteLine($"  {difference}");
            return made.IsSame ? 0 : 1;
        });
        return command;
    }

    private static string Verdict(ReproducedVersion made) => string.Create(CultureInfo.InvariantCulture,
        $"Version {made.Version}, trained again on {made.Rows:N0} rows: {(made.IsSame ? $"the same bytes, SHA-256 {made.Trained}." : string.Create(CultureInfo.InvariantCulture, $"other bytes, SHA-256 {made.Trained} instead of {made.Recorded}; scores differ by at most {made.LargestDifference:0.######}."))}");
}
