using System.Text.Json;
using System.Text.RegularExpressions;
using MonitoringDemo.Demo.CommandLine;
using MonitoringDemo.Demo.Hosting;
using MonitoringDemo.Traffic.Scenarios;

namespace MonitoringDemo.Demo.Tests.CommandLine;

/// <summary>What the workshop, the case studies and the quiz tell people to type.</summary>
public sealed partial class DocumentedCommandTests
{
    // Their own check says what it is about: an extension that nobody has written yet.
    private static readonly string[] s_toBeWritten = ["rounded-tempo"];

    [Fact]
    public void Every_command_that_people_are_told_to_type_is_understood()
    {
        var root = DemoCommandLine.Root(TextWriter.Null);
        var names = root.Subcommands.Select(command => command.Name).ToHashSet(StringComparer.Ordinal);

        var commands = Documents().SelectMany(document => Commands(File.ReadAllText(document), names)).Concat(QuizCommands()).Distinct().ToList();
        var faults = commands.SelectMany(command => Faults(command, root)).ToList();

        faults.ShouldBeEmpty();
        commands.Count.ShouldBeGreaterThan(40);
        Faults("run tastes-flip --seed 1", root).ShouldNotBeEmpty();
        Faults("run taste-flip --sed 1", root).ShouldNotBeEmpty();
    }

    private static IEnumerable<string> Documents()
    {
        var docs = Path.Combine(RepositoryRoot.Find(), "docs");
        return Directory.EnumerateFiles(Path.Combine(docs, "workshop"), "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(docs, "cases"), "*.md", SearchOption.AllDirectories))
            .Append(Path.Combine(docs, "extending.md"));
    }

    private static IEnumerable<string> Commands(string text, HashSet<string> names) =>
        Typed().Matches(text).Select(match => match.Groups["typed"].Value)
            .Concat(Quoted().Matches(text).Select(match => match.Groups["typed"].Value).Where(typed => names.Contains(typed.Split(' ')[0]) && typed.Contains(' ', StringComparison.Ordinal)));

    private static IEnumerable<string> QuizCommands()
    {
        using var quiz = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "control-room-page", "quiz.json")));
        return [.. quiz.RootElement.GetProperty("questions").EnumerateArray().Select(question => question.GetProperty("look")).Where(look => look.GetProperty("kind").GetString() == "command").Select(look => look.GetProperty("at").GetString()!)];
    }

    private static IEnumerable<string> Faults(string command, System.CommandLine.RootCommand root)
    {
        // A capital stands for a number or a name of one's own.
        var typed = Words().Matches(command).Select(match => match.Value.Trim('"')).Select(word => word == "N" ? "1" : word).ToList();
        foreach (var error in root.Parse(typed).Errors)
            yield return $"{command}: {error.Message}";
        if (typed is ["run", var scenario, ..] && scenario.Any(char.IsLower) && ScenarioCatalog.TryGet(scenario) is null && !s_toBeWritten.Contains(scenario))
            yield return $"{command}: there is no scenario '{scenario}'";
    }

    [GeneratedRegex(@"^[^\n`]*services/Demo -- (?<typed>[^\n#]+?) *(?:#.*)?$", RegexOptions.Multiline)]
    private static partial Regex Typed();

    [GeneratedRegex("(?<!`)`(?<typed>[a-z][^`\n]*)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("\"[^\"]*\"|\\S+")]
    private static partial Regex Words();
}
