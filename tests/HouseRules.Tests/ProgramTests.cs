using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MonitoringDemo.HouseRules.Tests;

public sealed partial class ProgramTests
{
    private static readonly string[] Services = [.. Repository.Rooms("services").Where(service => service != "Demo")];

    [Fact]
    public void Every_program_of_a_service_has_the_same_shape()
    {
        var shapes = Services.Select(service => (Service: service, Shape: ShapeOf(service)));

        var odd = shapes.GroupBy(each => each.Shape).OrderByDescending(group => group.Count()).Skip(1).SelectMany(group => group).Select(each => each.Service);

        odd.ShouldBeEmpty("a service alone is a ServiceProgram, and nothing more");
    }

    [Fact]
    public void Every_service_has_an_address_and_a_part_of_the_data_directory_of_its_own()
    {
        var programs = Services.Select(service => File.ReadAllText(PathOf(service))).ToList();

        var addresses = programs.Select(text => Addressed().Match(text).Groups[1].Value);
        var parts = programs.Select(text => Claimed().Match(text).Groups[1].Value);

        addresses.ShouldBe(Services, "each listens at the address that bears its name");
        parts.ShouldAllBe(part => part.Length > 0);
        parts.ShouldBeUnique();
    }

    [Fact]
    public void Every_port_is_named_in_one_place_and_scraped()
    {
        var named = Port().Matches(Read("libraries/ServiceDefaults/Http/ServiceAddresses.cs")).Select(match => match.Value).ToList();

        var scraped = Port().Matches(Read("deploy/prometheus/prometheus.yml")).Select(match => match.Value);
        var elsewhere =
            from file in Repository.Sources("libraries", "services", "extensions")
            where !file.Path.EndsWith("ServiceAddresses.cs", StringComparison.Ordinal)
            from Match match in Port().Matches(file.Text)
            select $"{file.Path} names port {match.Value}";
        var unknown = Port().Matches(Read("README.md")).Select(match => match.Value).Except(named);

        named.ShouldBeUnique();
        scraped.ShouldBe(named, ignoreOrder: true);
        elsewhere.ShouldBeEmpty();
        unknown.ShouldBeEmpty();
    }

    [Fact]
    public void Every_pinned_package_is_used()
    {
        // Not named by any project: pinned because a package that is named brings an older one.
        string[] transitive = ["RabbitMQ.Client", "Microsoft.OpenApi"];
        var pinned = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion").Select(package => package.Attribute("Include")!.Value);

        var used = new[] { "libraries", "services", "extensions", "tests", "benchmarks" }
            .SelectMany(group => Repository.Files(group, "*.csproj"))
            .SelectMany(project => Repository.References(project, "PackageReference"))
            .Concat(Repository.Files("tests", "Directory.Build.props").SelectMany(props => Repository.References(props, "PackageReference")));

        pinned.Except(used).Except(transitive).ShouldBeEmpty();
    }

    private static string PathOf(string service) => Path.Combine(Repository.Root, "services", service, "Program.cs");

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    /// <summary>The program with the service's own names and settings taken out.</summary>
    private static string ShapeOf(string service)
    {
        var lines = File.ReadAllLines(PathOf(service)).Where(line => !line.StartsWith("using ", StringComparison.Ordinal) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.Contains("Alone = ", StringComparison.Ordinal) && !line.Contains("LogStream = ", StringComparison.Ordinal));
        var text = string.Join('\n', lines).Replace(service, "X", StringComparison.Ordinal);
        return Quoted().Replace(text, "\"\"");
    }

    [GeneratedRegex(@"ServiceAddresses\.(\w+)")]
    private static partial Regex Addressed();

    [GeneratedRegex("dataPart: \"([a-z-]+)\"")]
    private static partial Regex Claimed();

    [GeneratedRegex(@"(?<=127\.0\.0\.1:)508\d")]
    private static partial Regex Port();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
