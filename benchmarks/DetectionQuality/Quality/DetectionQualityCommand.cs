using System.CommandLine;
using MonitoringDemo.DetectionQuality.Streams;

namespace MonitoringDemo.DetectionQuality.Quality;

internal static class DetectionQualityCommand
{
    public static Command Create(TextWriter output)
    {
        var detector = new Option<string[]>("--detector") { Description = "Only detectors of this name; may be repeated.", HelpName = "NAME" };
        var scenario = new Option<string[]>("--scenario") { Description = "Only this scenario; may be repeated.", HelpName = "NAME" };
        var repetitions = BenchmarkOptions.AtLeast(1, new Option<int>("--repetitions") { Description = "Streams per scenario with a change.", HelpName = "N", DefaultValueFactory = _ => 100 });
        var stationary = BenchmarkOptions.AtLeast(1, new Option<int>("--stationary") { Description = "Stationary streams of 10,000 values per kind.", HelpName = "N", DefaultValueFactory = _ => 1_000 });
        var reference = BenchmarkOptions.Reference();
        var write = BenchmarkOptions.Write();
        var command = new Command("detection-quality", "False alarms and delays of every detector on the streams of the references.")
        {
            detector, scenario, repetitions, stationary, reference, write,
        };
        command.SetAction(parsed =>
        {
            var quality = ReferenceQuality.Read(parsed.GetRequiredValue(reference));
            var entrants = Chosen(Entrants.All, parsed.GetValue(detector), each => each.Detector, "--detector");
            var scenarios = Chosen(quality.Scenarios, parsed.GetValue(scenario), each => each.Name, "--scenario");
            var results = scenarios.Select(each => QualityResult.Play(
                each, entrants, quality, each.Change is null ? parsed.GetValue(stationary) : parsed.GetValue(repetitions))).ToList();
            Document.Publish("detection-quality", QualityTables.Write(results), parsed.GetValue(write), output);
            return 0;
        });
        return command;
    }

    private static List<T> Chosen<T>(IReadOnlyList<T> all, string[]? names, Func<T, string> nameOf, string option)
    {
        if (names is not { Length: > 0 }) return [.. all];

        var unknown = names.FirstOrDefault(name => all.All(each => nameOf(each) != name));
        return unknown is null
            ? [.. all.Where(each => names.Contains(nameOf(each)))]
            : throw new UnusableInputException($"{option} {unknown}: there is none. There are {string.Join(", ", all.Select(nameOf).Distinct())}.");
    }
}
