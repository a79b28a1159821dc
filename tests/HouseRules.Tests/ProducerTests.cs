using System.Text.RegularExpressions;

namespace MonitoringDemo.HouseRules.Tests;

public sealed partial class ProducerTests
{
    [Fact]
    public void Every_kind_of_finding_is_made_by_the_monitor()
    {
        var kinds = Members("libraries/Messages/DriftDetection/FindingKinds.cs");

        var made = Repository.Sources("libraries/Drift/Monitoring").SelectMany(file => Made().Matches(file.Code)).Select(match => match.Groups[1].Value).Distinct().ToList();

        made.ShouldBe(kinds, ignoreOrder: true);
    }

    [Fact]
    public void Every_action_is_taken_by_the_policy()
    {
        var actions = Members("libraries/Messages/Retraining/DecisionActions.cs");

        var taken = Repository.Sources("services/Retraining").SelectMany(file => Taken().Matches(file.Code)).Select(match => match.Groups[1].Value).Distinct();

        taken.ShouldBe(actions, ignoreOrder: true);
    }

    private static List<string> Members(string file) =>
        [.. Constant().Matches(File.ReadAllText(Path.Combine(Repository.Root, file))).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"public const string (\w+)")]
    private static partial Regex Constant();

    // As its own kind of finding: the id is made of it, and it stands in the finding.
    [GeneratedRegex(@"FindingIds\.For\([^;]*?DriftFindingKind\.(\w+)")]
    private static partial Regex Made();

    [GeneratedRegex(@"(?:Said\(|Answer\(command, |new (?:DecisionMade|PeopleAnswer)\([^;]*?)DecisionActions\.(\w+)")]
    private static partial Regex Taken();
}
