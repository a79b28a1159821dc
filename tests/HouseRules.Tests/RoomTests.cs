namespace MonitoringDemo.HouseRules.Tests;

public sealed class RoomTests
{
    [Fact]
    public void No_service_references_another_except_the_demo()
    {
        var services = Repository.Rooms("services");

        var offenders =
            from service in services
            where service != "Demo"
            from reference in Repository.References($"services/{service}/{service}.csproj", "ProjectReference")
            where !reference.StartsWith("../../libraries/", StringComparison.Ordinal) && !reference.StartsWith("../../extensions/", StringComparison.Ordinal)
            select $"{service} references {reference}";

        offenders.ShouldBeEmpty("services talk through Messages");
    }

    [Fact]
    public void Messages_references_nothing()
    {
        const string project = "libraries/Messages/Messages.csproj";

        var references = Repository.References(project, "ProjectReference").Concat(Repository.References(project, "PackageReference"));

        references.ShouldBeEmpty();
    }

    [Fact]
    public void Learning_does_not_know_drift_and_neither_knows_a_service_or_a_bus()
    {
        string[] pure = ["Learning", "Drift"];

        var references = pure.SelectMany(room =>
            Repository.References($"libraries/{room}/{room}.csproj", "ProjectReference")
                .Concat(Repository.References($"libraries/{room}/{room}.csproj", "PackageReference"))
                .Select(reference => $"{room} -> {reference}"));

        references.ShouldBe(["Learning -> MathNet.Numerics", "Drift -> ../Learning/Learning.csproj", "Drift -> MathNet.Numerics"], ignoreOrder: true);
    }

    [Fact]
    public void Extensions_know_libraries_only_and_are_known_where_one_trains_or_exports()
    {
        var outward = Repository.Files("extensions", "*.csproj").Select(Repository.Relative)
            .SelectMany(project => Repository.References(project, "ProjectReference"))
            .Where(reference => !reference.StartsWith("../../libraries/", StringComparison.Ordinal));
        var inward =
            from project in new[] { "services", "libraries", "benchmarks" }.SelectMany(folder => Repository.Files(folder, "*.csproj")).Select(Repository.Relative)
            where Repository.References(project, "ProjectReference").Any(reference => reference.Contains("/extensions/", StringComparison.Ordinal))
            select project;

        outward.ShouldBeEmpty();
        inward.ShouldBe(["services/Demo/Demo.csproj", "services/Retraining/Retraining.csproj"], ignoreOrder: true);
    }

    [Fact]
    public void Every_room_has_a_test_project()
    {
        var rooms = Repository.Rooms("libraries").Concat(Repository.Rooms("services")).Concat(Repository.Rooms("extensions"));

        var missing = rooms.Where(room => !File.Exists(Path.Combine(Repository.Root, "tests", $"{room}.Tests", $"{room}.Tests.csproj")));

        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "MonitoringDemo.sln")).Replace('\\', '/');

        var missing = new[] { "libraries", "services", "extensions", "tests", "benchmarks" }
            .SelectMany(group => Repository.Files(group, "*.csproj"))
            .Select(Repository.Relative)
            .Where(project => !solution.Contains(project, StringComparison.Ordinal));

        missing.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Utils")]
    [InlineData("Helpers")]
    [InlineData("Common")]
    [InlineData("Shared")]
    [InlineData("Domain")]
    [InlineData("Infrastructure")]
    public void No_folder_is_named_after_a_layer(string name)
    {
        var folders = new[] { "libraries", "services", "extensions" }
            .SelectMany(group => Directory.EnumerateDirectories(Path.Combine(Repository.Root, group), name, SearchOption.AllDirectories))
            .Select(Repository.Relative);

        folders.ShouldBeEmpty("folders are named after the deed");
    }
}
