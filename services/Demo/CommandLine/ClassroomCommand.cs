using System.CommandLine;
using MonitoringDemo.Demo.Classroom;
using MonitoringDemo.Demo.Classroom.Teams;
using MonitoringDemo.Demo.Hosting;

namespace MonitoringDemo.Demo.CommandLine;

internal static class ClassroomCommand
{
    private const double FastestPace = 10_000;

    public static Command Create(TextWriter output)
    {
        var teams = new Option<string>("--teams") { HelpName = "N|NAMES", Description = $"How many teams (1 to {ClassroomPlan.MostTeams}), or their names with commas between them.", DefaultValueFactory = _ => "4" };
        var pace = SharedOptions.AtLeast(0.0, new Option<double>("--songs-per-second") { HelpName = "N", Description = "The pace of each team at its first start; the wall changes it.", DefaultValueFactory = _ => 50 });
        var seed = SharedOptions.Seed();
        var command = new Command("classroom", "A fleet for each team in one process, each with a page of its own, and a wall for the instructor.") { teams, pace, seed };
        command.SetAction((parsed, cancellation) =>
        {
            var speed = parsed.GetValue(pace);
            if (speed > FastestPace) throw new UnusableInputException($"--songs-per-second {speed}: at most {FastestPace:0}.");
            var plan = new ClassroomPlan(
                FleetAddress.Settle(parsed.GetValue(SharedOptions.Urls) ?? FleetAddress.Default),
                Path.GetFullPath(parsed.GetValue(SharedOptions.Data) ?? ClassroomRun.DefaultDirectory),
                Names(parsed.GetValue(teams)!),
                speed,
                parsed.GetValue(seed));
            return ClassroomRun.RunAsync(plan, parsed.GetValue(SharedOptions.Fresh), output, cancellation);
        });
        return command;
    }

    private static IReadOnlyList<string> Names(string text)
    {
        if (int.TryParse(text, out var number))
            return number is >= 1 and <= ClassroomPlan.MostTeams ? TeamName.Numbered(number) : throw new UnusableInputException($"--teams {text}: from 1 to {ClassroomPlan.MostTeams}.");

        var names = text.Split(',', StringSplitOptions.TrimEntries);
        if (names.FirstOrDefault(name => !TeamName.IsOne(name)) is { } wrong) throw new UnusableInputException($"--teams: '{wrong}' is no name for a team: {TeamName.Words}.");
        if (names.Length > ClassroomPlan.MostTeams) throw new UnusableInputException($"--teams: {names.Length} are too many, at most {ClassroomPlan.MostTeams}.");
        return names.Distinct().Count() == names.Length ? names : throw new UnusableInputException("--teams: a name stands there twice.");
    }
}
