using System.Text.RegularExpressions;

namespace MonitoringDemo.HouseRules.Tests;

public sealed partial class ComposeSecretTests
{
    private static readonly ComposeFile _compose = new("docker-compose.yml", "docker-compose.stand-by.yml"), _alone = new("docker-compose.yml");

    public static TheoryData<string> All => [.. _compose.Services.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void A_secret_is_a_file_that_is_declared_and_never_a_value(string name)
    {
        var container = _compose.Service(name);

        var values = ComposeFile.MapOf(container.GetValueOrDefault("environment")).Where(pair => Secret().IsMatch(pair.Key) && !pair.Key.EndsWith("_FILE", StringComparison.Ordinal));
        var undeclared = SecretsOf(container).Except(_compose.Map("secrets").Keys);

        values.ShouldBeEmpty();
        undeclared.ShouldBeEmpty();
    }

    [Fact]
    public void Each_secret_is_made_by_the_script_and_kept_out_of_version_control_and_images()
    {
        var script = Read("deploy/make-secrets.sh");
        var services = Listed().Match(script).Groups[1].Value.Split(' ');

        var files = _compose.Map("secrets").Values.Select(secret => (string)ComposeFile.MapOf(secret)["file"]!).ToList();
        var made = services.Select(service => $"broker-address-{service}").Concat(Written().Matches(script).Select(match => match.Groups[1].Value))
            .Concat(Certified().Matches(script).SelectMany(match => new[] { $"{match.Groups[1].Value}.key", $"{match.Groups[1].Value}.crt" })).ToHashSet();

        files.ShouldAllBe(file => file.StartsWith("./deploy/secrets/", StringComparison.Ordinal));
        files.Select(Path.GetFileName).Except(made).ShouldBeEmpty();
        Read(".gitignore").Split('\n').ShouldContain("deploy/secrets/");
        Read(".dockerignore").Split('\n').ShouldContain("*");
        Read(".dockerignore").Split('\n').ShouldNotContain(line => line.StartsWith("!deploy", StringComparison.Ordinal));
    }

    [Fact]
    public void Each_service_gets_the_address_of_its_own_user_and_of_no_other_and_the_signing_key_only_who_signs()
    {
        var keys = new Dictionary<string, string[]> { ["inference"] = ["signing-public-key"], ["retraining"] = ["signing-key"] };
        var services = Listed().Match(Read("deploy/make-secrets.sh")).Groups[1].Value.Split(' ');

        foreach (var service in services)
            SecretsOf(_alone.Service(service)).ShouldBe(["token", "authority", $"broker-address-{service}", .. keys.GetValueOrDefault(service, [])]);
    }

    [Theory]
    [InlineData("drift-detection")]
    [InlineData("retraining")]
    public void One_that_stands_by_is_the_same_as_the_other_on_data_and_at_a_port_of_its_own(string service)
    {
        string[] own = ["volumes", "ports", "secrets", "depends_on"];
        var (first, second) = (_compose.Service(service), _compose.Service($"{service}-2"));

        SecretsOf(second).ShouldBe(SecretsOf(first), ignoreOrder: true);
        SecretsOf(second).ShouldContain($"registry-address-{service}");
        foreach (var key in first.Keys.Union(second.Keys).Except(own)) Text(second.GetValueOrDefault(key)).ShouldBe(Text(first.GetValueOrDefault(key)), key);
        foreach (var key in own[..2]) ComposeFile.Texts(second, key).Intersect(ComposeFile.Texts(first, key)).ShouldBeEmpty();
        new[] { first, second }.ShouldAllBe(each => ComposeFile.MapOf(each["depends_on"]).ContainsKey("postgres"));
    }

    [Theory]
    [InlineData("deploy/prometheus/compose.yml", "docker-compose.yml")]
    [InlineData("deploy/prometheus/compose-stand-by.yml", "docker-compose.yml", "docker-compose.stand-by.yml")]
    public void Prometheus_scrapes_each_service_at_its_name_and_port_with_the_token(string settings, params string[] files)
    {
        var job = ComposeFile.MapOf(new ComposeFile(settings).List("scrape_configs").ShouldHaveSingleItem());
        var compose = new ComposeFile(files);

        var scraped = ComposeFile.ListOf(job["static_configs"]).Select(ComposeFile.MapOf).SelectMany(each => ComposeFile.Texts(each, "targets").Select(target => (Target: target, Service: ComposeFile.MapOf(each["labels"])["service"])))
            .Concat(ComposeFile.ListOf(job["dns_sd_configs"]).Select(ComposeFile.MapOf).Select(each => ($"{ComposeFile.Texts(each, "names").Single()}:{each["port"]}", (object?)ComposeFile.Texts(each, "names").Single())));
        var listening =
            from name in compose.Services.Keys
            let urls = ComposeFile.MapOf(compose.Service(name).GetValueOrDefault("environment")).GetValueOrDefault("ASPNETCORE_URLS") as string
            where urls is not null
            select (urls.Replace("http://0.0.0.0", name, StringComparison.Ordinal), (object?)(name.EndsWith("-2", StringComparison.Ordinal) ? name[..^2] : name));

        scraped.ShouldBe(listening, ignoreOrder: true);
        ComposeFile.MapOf(job["authorization"])["credentials_file"].ShouldBe("/run/secrets/token");
        SecretsOf(compose.Service("prometheus")).ShouldContain("token");
        ComposeFile.Texts(compose.Service("prometheus"), "volumes").Last(mount => mount.Contains("prometheus.yml", StringComparison.Ordinal)).ShouldStartWith($"./{settings}:");
    }

    private static IEnumerable<string> SecretsOf(IReadOnlyDictionary<string, object?> container) =>
        ComposeFile.ListOf(container.GetValueOrDefault("secrets")).Select(secret => secret as string ?? (string)ComposeFile.MapOf(secret)["source"]!);

    private static string Text(object? node) => new YamlDotNet.Serialization.SerializerBuilder().Build().Serialize(Sorted(node));

    private static object? Sorted(object? node) => node switch
    {
        Dictionary<object, object?> map => map.OrderBy(pair => (string)pair.Key, StringComparer.Ordinal).ToDictionary(pair => pair.Key, pair => Sorted(pair.Value)),
        List<object?> list => list.Select(Sorted).ToList(),
        _ => node ?? "",
    };

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));

    [GeneratedRegex("password|token|secret|connectionstring", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();

    [GeneratedRegex("^services=\"([a-z -]+)\"$", RegexOptions.Multiline)]
    private static partial Regex Listed();

    [GeneratedRegex(@"(?:> |-out )([a-z-]+(?:\.[a-z]+)?)")]
    private static partial Regex Written();

    [GeneratedRegex("^certificate ([a-z]+) ", RegexOptions.Multiline)]
    private static partial Regex Certified();
}
