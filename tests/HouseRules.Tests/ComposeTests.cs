using System.Text.RegularExpressions;

namespace MonitoringDemo.HouseRules.Tests;

public sealed partial class ComposeTests
{
    private static readonly ComposeFile _compose = new("docker-compose.yml", "docker-compose.stand-by.yml");
    private static readonly string[] _fleet = [.. Repository.Rooms("services").Where(service => service != "Demo")];

    public static TheoryData<string> All => [.. _compose.Services.Keys];

    [Fact]
    public void Each_service_of_the_fleet_is_there_at_the_port_of_its_address()
    {
        var addresses = Address().Matches(Read("libraries/ServiceDefaults/Http/ServiceAddresses.cs")).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["port"].Value);

        foreach (var service in _fleet)
        {
            var container = _compose.Service(Kebab(service));
            var build = ComposeFile.MapOf(container["build"]);
            var environment = ComposeFile.MapOf(container["environment"]);

            ComposeFile.MapOf(build["args"])["SERVICE"].ShouldBe(service);
            build["dockerfile"].ShouldBe("deploy/Dockerfile");
            environment["ASPNETCORE_URLS"].ShouldBe($"http://0.0.0.0:{addresses[service]}", service);
            // Inference may run several times.
            ComposeFile.Texts(container, "ports").ShouldBe([service == "Inference" ? $"127.0.0.1:5181-5189:{addresses[service]}" : $"127.0.0.1:{addresses[service]}:{addresses[service]}"]);
            environment.ContainsKey("Data__Replicas").ShouldBe(service == "Inference");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_container_is_held_tight_and_watched(string name)
    {
        var container = _compose.Service(name);

        container["read_only"].ShouldBe("true");
        ComposeFile.Texts(container, "cap_drop").ShouldBe(["ALL"]);
        ComposeFile.Texts(container, "security_opt").ShouldBe(["no-new-privileges:true"]);
        ((string)container["user"]!).ShouldMatch("^[1-9][0-9]*:[0-9]+$");
        ((string)container["mem_limit"]!).ShouldMatch("^[0-9]+[mg]$");
        double.Parse((string)container["cpus"]!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        int.Parse((string)container["pids_limit"]!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        ComposeFile.Texts(container, "tmpfs").ShouldAllBe(mount => mount.Contains("size=", StringComparison.Ordinal));
        ComposeFile.Texts(ComposeFile.MapOf(container["healthcheck"]), "test").Count.ShouldBeGreaterThan(1);
        container.Keys.Intersect(["privileged", "network_mode", "pid", "ipc", "devices", "cap_add", "deploy", "scale"]).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Each_image_is_pinned_and_each_port_is_on_loopback(string name)
    {
        var container = _compose.Service(name);

        ((string)container["image"]!).ShouldMatch(@"^[a-z0-9/.-]+:v?[0-9]+\.[0-9]+[a-z0-9.-]*$");
        ComposeFile.Texts(container, "ports").ShouldAllBe(port => port.StartsWith("127.0.0.1:", StringComparison.Ordinal));
        if (name is "rabbitmq" or "postgres") container.ShouldNotContainKey("ports");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_a_container_waits_for_is_healthy_first(string name)
    {
        var waits = ComposeFile.MapOf(_compose.Service(name).GetValueOrDefault("depends_on"));

        waits.Keys.Except(_compose.Services.Keys).ShouldBeEmpty();
        waits.Values.ShouldAllBe(each => Equals(ComposeFile.MapOf(each)["condition"], "service_healthy"));
        if (_fleet.Select(Kebab).Contains(name)) waits.ShouldContainKey("rabbitmq");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_mounted_is_there_and_cannot_be_written_unless_it_is_a_volume(string name)
    {
        var volumes = _compose.Map("volumes");

        foreach (var mount in ComposeFile.Texts(_compose.Service(name), "volumes").Select(text => text.Split(':')))
        {
            if (!mount[0].StartsWith('.'))
            {
                volumes.ShouldContainKey(mount[0]);
                continue;
            }

            Path.Exists(Path.Combine(Repository.Root, mount[0])).ShouldBeTrue(mount[0]);
            mount[^1].ShouldBe("ro");
        }
    }

    [Fact]
    public void No_two_services_share_a_volume_and_the_log_comes_over_the_broker()
    {
        var mounted = _fleet.Select(service => ComposeFile.Texts(_compose.Service(Kebab(service)), "volumes").ShouldHaveSingleItem()).ToList();

        mounted.ShouldBeUnique();
        mounted.ShouldAllBe(volume => volume.EndsWith(":/data", StringComparison.Ordinal));
        foreach (var service in _fleet) ComposeFile.MapOf(_compose.Service(Kebab(service))["environment"])["Log__Stream"].ShouldBe("true");
    }

    [Fact]
    public void The_images_of_Dockerfile_are_pinned_and_what_runs_is_nobodys_root()
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "deploy/Dockerfile"));

        var images = lines.Where(line => line.StartsWith("ARG ", StringComparison.Ordinal) && line.Contains('/', StringComparison.Ordinal)).Select(line => line.Split('=')[1]).ToList();

        images.Count.ShouldBe(2);
        images.ShouldAllBe(image => PinnedImage().IsMatch(image));
        lines.ShouldContain("USER 1654:1654");
        lines.ShouldContain(line => line.Contains("--locked-mode", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_project_that_a_service_needs_is_restored_before_any_code_is_copied()
    {
        var copied = File.ReadAllLines(Path.Combine(Repository.Root, "deploy/Dockerfile")).TakeWhile(line => !line.StartsWith("RUN ", StringComparison.Ordinal)).ToList();

        var projects = _fleet.SelectMany(service => Needs($"services/{service}/{service}.csproj")).Distinct().Order(StringComparer.Ordinal);
        var wanted = projects.Select(project => (Project: project, Folder: Path.GetDirectoryName(project))).Select(each => $"COPY {each.Project} {each.Folder}/packages.lock.json {each.Folder}/");

        copied.Where(line => line.Contains(".csproj", StringComparison.Ordinal)).ShouldBe(wanted);
    }

    private static IEnumerable<string> Needs(string project) =>
        Repository.References(project, "ProjectReference")
            .Select(reference => Repository.Relative(Path.GetFullPath(Path.Combine(Repository.Root, Path.GetDirectoryName(project)!, reference))))
            .SelectMany(Needs)
            .Append(project);

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    private static string Kebab(string name) => Words().Replace(name, "-").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex Words();

    [GeneratedRegex("(?<name>\\w+) = \"http://127\\.0\\.0\\.1:(?<port>[0-9]+)\"")]
    private static partial Regex Address();

    [GeneratedRegex(@"^mcr\.microsoft\.com/dotnet/[a-z]+:10\.0-[a-z-]+$")]
    private static partial Regex PinnedImage();
}
