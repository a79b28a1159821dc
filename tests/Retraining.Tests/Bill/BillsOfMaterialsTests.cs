using System.Text;
using System.Text.Json;
using MonitoringDemo.Retraining.Audit;
using MonitoringDemo.Retraining.Bill;
using MonitoringDemo.Retraining.Card;
using MonitoringDemo.Storage;

namespace MonitoringDemo.Retraining.Tests.Bill;

public sealed class BillsOfMaterialsTests
{
    private static readonly CardOptions s_said = new() { IntendedUse = "To \"try\" <it>." };

    [Fact]
    public async Task It_names_the_model_its_rows_the_program_the_packages_and_the_runtime()
    {
        await using var fleet = await Fleet.StartAsync(new World(40));
        var version = fleet.State.Version(1);

        using var bill = JsonDocument.Parse(BillsOfMaterials.Write(fleet.Get<IJournal>(), 1, s_said));

        var (root, model) = (bill.RootElement, bill.RootElement.GetProperty("metadata").GetProperty("component"));
        var components = root.GetProperty("components").EnumerateArray().ToList();
        (root.GetProperty("bomFormat").GetString(), root.GetProperty("specVersion").GetString()).ShouldBe(("CycloneDX", "1.6"));
        model.GetProperty("hashes")[0].GetProperty("content").GetString().ShouldBe(version.Sha256);
        model.GetProperty("modelCard").GetProperty("considerations").GetProperty("useCases")[0].GetString().ShouldBe("To \"try\" <it>.");
        Of(components, "data").GetProperty("hashes")[0].GetProperty("content").GetString().ShouldBe(version.DataSetSha256);
        Of(components, "application").GetProperty("version").GetString().ShouldBe(version.CodeCommit);
        Of(components, "platform").GetProperty("name").GetString().ShouldBe(version.Runtime);
        var massTransit = components.Single(component => component.GetProperty("name").GetString() == "MassTransit");
        massTransit.GetProperty("purl").GetString().ShouldBe($"pkg:nuget/MassTransit@{massTransit.GetProperty("version").GetString()}");
        massTransit.GetProperty("hashes")[0].GetProperty("content").GetString()!.Length.ShouldBe(128);
    }

    [Fact]
    public async Task Whatever_depends_on_something_names_a_part_that_is_there_once()
    {
        await using var fleet = await Fleet.StartAsync(new World(40));

        using var bill = JsonDocument.Parse(BillsOfMaterials.Write(fleet.Get<IJournal>(), 1, s_said));

        string[] references = [Reference(bill.RootElement.GetProperty("metadata").GetProperty("component")), .. bill.RootElement.GetProperty("components").EnumerateArray().Select(Reference)];
        references.ShouldBeUnique();
        bill.RootElement.GetProperty("dependencies").EnumerateArray()
            .SelectMany(needs => needs.GetProperty("dependsOn").EnumerateArray().Append(needs.GetProperty("ref")))
            .Select(reference => reference.GetString()!).ShouldBeSubsetOf(references);
    }

    [Fact]
    public async Task The_same_version_has_the_same_bill_and_one_that_another_build_trained_lists_no_packages()
    {
        await using var fleet = await Fleet.StartAsync(new World(40));
        var version = fleet.State.Version(1);

        var (once, again) = (BillsOfMaterials.Write(fleet.Get<IJournal>(), 1, s_said), BillsOfMaterials.Write(fleet.Get<IJournal>(), 1, s_said));
        var others = BillsOfMaterials.Of("hits", version with { CodeCommit = "0.1.0+other" }, s_said, []).ToJsonString();

        again.ShouldBe(once);
        others.ShouldContain("this bill was not written by the build that trained the model");
        others.ShouldNotContain("pkg:nuget");
    }

    [Fact]
    public async Task A_version_that_there_is_not_is_told()
    {
        await using var fleet = await Fleet.StartAsync(new World(40));

        Should.Throw<AuditException>(() => BillsOfMaterials.Write(fleet.Get<IJournal>(), 2, s_said)).Message.ShouldContain("the newest is 1");
    }

    [Fact]
    public void Of_a_builds_list_the_packages_are_taken_and_the_projects_are_not()
    {
        var packages = BuildPackages.Read(Encoding.UTF8.GetBytes("""
            { "libraries": {
                "MonitoringDemo.Demo/0.1.0": { "type": "project", "serviceable": false, "sha512": "" },
                "Polly.Core/8.6.6": { "type": "package", "serviceable": true, "sha512": "sha512-AQI=" },
                "CsvHelper/33.1.0": { "type": "package", "serviceable": true, "sha512": "" }
            } }
            """));

        packages.ShouldBe([new BuildPackage("CsvHelper", "33.1.0", ""), new BuildPackage("Polly.Core", "8.6.6", "AQI=")]);
    }

    private static JsonElement Of(IEnumerable<JsonElement> components, string type) => components.Single(component => component.GetProperty("type").GetString() == type);

    private static string Reference(JsonElement component) => component.GetProperty("bom-ref").GetString()!;
}
