using System.Runtime.CompilerServices;

namespace MonitoringDemo.Messages.Tests;

public sealed class ContractVersionTests
{
    [Fact]
    public void Nothing_that_a_service_of_the_version_before_relies_on_is_gone_or_changed()
    {
        var now = Contracts.Now();
        var committed = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "contracts.json")).ReplaceLineEndings("\n");

        var breaches = Contracts.Breaches(Contracts.Read(committed), now).ToList();
        var isUpToDate = Contracts.ToText(now) == committed;

        breaches.ShouldBeEmpty("add a new message beside the old one, and send both for a version: CONTRIBUTING.md");
        if (!isUpToDate && File.Exists(PathOf())) File.WriteAllText(PathOf(), Contracts.ToText(now));
        isUpToDate.ShouldBeTrue("contracts.json has been written anew: read what was added, and commit it");
    }

    [Fact]
    public void Whatever_is_taken_away_renamed_retyped_or_newly_demanded_is_found()
    {
        var now = new Dictionary<string, IReadOnlyDictionary<string, string>>
        {
            ["A"] = new Dictionary<string, string> { ["kept"] = "Int32", ["named"] = "String", ["typed"] = "Int64", ["free"] = "String?, optional", ["demanded"] = "String" },
        };
        var before = Contracts.Read("""{ "A": { "kept": "Int32", "name": "String", "typed": "Int32" }, "B": {} }""");

        var breaches = Contracts.Breaches(before, now);

        breaches.ShouldBe(
        [
            "A.name is gone or renamed", "A.typed was Int32 and is Int64",
            "A.named (String) is new, and has to have a default: an older sender does not give it", "A.demanded (String) is new, and has to have a default: an older sender does not give it",
            "B is gone: whoever sends it is not heard any more",
        ]);
    }

    [Fact]
    public void What_asks_for_something_is_marked_as_a_command_and_what_tells_is_not()
    {
        string[] commands = ["AcceptData", "AnnounceRelease", "CloseAlert", "EndScenario", "JudgeVersion", "RestoreModel", "RetireVersion", "RetrainModel", "RollBackRelease", "SetFreeze", "SetPace", "StartScenario"];

        var marked = Samples.All.Keys.Where(type => type.IsDefined(typeof(CommandAttribute), inherit: false)).Select(type => type.Name);

        marked.ShouldBe(commands, ignoreOrder: true);
        Samples.All.Keys.Select(type => type.Name).Except(commands).ShouldAllBe(name => name.EndsWith("ed", StringComparison.Ordinal) || name == "DecisionMade");
    }

    /// <summary>Where it is committed; a build for release does not know.</summary>
    private static string PathOf([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "contracts.json");
}
