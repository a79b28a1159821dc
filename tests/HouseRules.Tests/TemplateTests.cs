using System.Text.Json;

namespace MonitoringDemo.HouseRules.Tests;

public sealed class TemplateTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "templates");

    // Who packs them has build output beside them.
    public static TheoryData<string> Kinds => [.. Directory.GetDirectories(Folder, ".template.config", SearchOption.AllDirectories).Select(path => Path.GetFileName(Path.GetDirectoryName(path)!))];

    [Fact]
    public void There_is_one_for_each_kind_of_extension() => Kinds.Select(kind => kind.Data).ShouldBe(["channel", "detector", "gate", "scenario", "service", "trainer"], ignoreOrder: true);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Its_name_and_its_id_are_replaced(string kind)
    {
        using var said = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, kind, ".template.config", "template.json")));
        var sources = Repository.Files($"templates/{kind}", "*.cs").ToList();
        var name = said.RootElement.GetProperty("sourceName").GetString()!;
        var id = said.RootElement.GetProperty("symbols").GetProperty("id").GetProperty("replaces").GetString()!;

        said.RootElement.GetProperty("shortName").GetString().ShouldBe($"demo-{kind}");
        sources.ShouldContain(file => Path.GetFileName(file).StartsWith(name, StringComparison.Ordinal));
        sources.ShouldContain(file => File.ReadAllText(file).Contains($"\"{id}\"", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void It_is_compiled_where_it_lies(string kind)
    {
        var projects = Repository.Files("tests", "*.csproj").Select(File.ReadAllText).Append(File.ReadAllText(Path.Combine(Repository.Root, "MonitoringDemo.sln")).Replace('\\', '/'));

        projects.ShouldContain(project => project.Contains($"templates/{kind}/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_page_about_them_names_it(string kind) => File.ReadAllText(Path.Combine(Folder, "README.md")).ShouldContain($"`demo-{kind}`");
}
