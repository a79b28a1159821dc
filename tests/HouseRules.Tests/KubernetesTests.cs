using k8s;
using k8s.Models;
using YamlDotNet.Serialization;

namespace MonitoringDemo.HouseRules.Tests;

/// <summary>No cluster is asked here: the manifests are read with the types of the API, strictly, and held to each other and to docker-compose.yml.</summary>
public sealed class KubernetesTests
{
    private const string Base = "deploy/kubernetes/base";
    private static readonly ComposeFile _compose = new("docker-compose.yml");
    private static readonly string[] _foreign = ["kustomization.yaml", "rabbitmq.yaml"];
    private static readonly string[] _files = [.. Directory.GetFiles(PathOf(Base), "*.yaml").Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal)];
    private static readonly IReadOnlyList<object> _objects = [.. _files.Except(_foreign).SelectMany(file => KubernetesYaml.LoadAllFromString(File.ReadAllText(PathOf(Base, file)), strict: true))];
    private static readonly IReadOnlyList<Workload> _workloads =
    [
        .. _objects.OfType<V1Deployment>().Select(each => new Workload(each.Metadata.Name, each.Spec.Selector, each.Spec.Template, [])),
        .. _objects.OfType<V1StatefulSet>().Select(each => new Workload(each.Metadata.Name, each.Spec.Selector, each.Spec.Template, [.. each.Spec.VolumeClaimTemplates.Select(claim => claim.Metadata.Name)])),
    ];

    public static TheoryData<string> Fleet => [.. _workloads.Select(workload => workload.Name)];

    [Fact]
    public void The_services_are_those_of_compose()
    {
        var fleet = _compose.Services.Keys.Where(name => _compose.Service(name).ContainsKey("build"));

        _workloads.Select(workload => workload.Name).ShouldBe(fleet, ignoreOrder: true);
    }

    [Theory]
    [MemberData(nameof(Fleet))]
    public void A_service_gets_the_settings_the_image_and_the_port_that_compose_gives_it(string name)
    {
        var container = Container(name);
        var compose = _compose.Service(name);
        // What compose takes from the environment of whoever starts it is theirs to add here.
        var settings = ComposeFile.MapOf(compose["environment"]).ToDictionary(setting => setting.Key, setting => (string)setting.Value!)
            .Where(setting => !setting.Value.StartsWith("${", StringComparison.Ordinal)).ToDictionary();

        container.Env.ToDictionary(setting => setting.Name, setting => setting.Value).ShouldBe(settings, ignoreOrder: true);
        container.Image.ShouldBe((string)compose["image"]!);
        settings["ASPNETCORE_URLS"].ShouldEndWith($":{container.Ports.ShouldHaveSingleItem().ContainerPort}");
    }

    [Theory]
    [MemberData(nameof(Fleet))]
    public void A_pod_is_held_tight_and_watched(string name)
    {
        var pod = Of(name).Template.Spec;
        var container = Container(name);

        pod.AutomountServiceAccountToken.ShouldBe(false);
        (pod.SecurityContext.RunAsNonRoot, pod.SecurityContext.RunAsUser, pod.SecurityContext.SeccompProfile.Type).ShouldBe((true, 1654, "RuntimeDefault"));
        (container.SecurityContext.ReadOnlyRootFilesystem, container.SecurityContext.AllowPrivilegeEscalation).ShouldBe((true, false));
        container.SecurityContext.Capabilities.Drop.ShouldBe(["ALL"]);
        container.Resources.Limits.ShouldContainKey("memory");
        container.Resources.Requests.Keys.ShouldBe(["cpu", "memory"], ignoreOrder: true);
        container.StartupProbe.Exec.Command.ShouldBe(["/app/service", "--health"]);
        container.LivenessProbe.Exec.Command.ShouldBe(["/app/service", "--health"]);
    }

    [Theory]
    [MemberData(nameof(Fleet))]
    public void What_a_pod_names_is_there_and_what_selects_it_fits(string name)
    {
        var workload = Of(name);
        var pod = workload.Template;
        var volumes = pod.Spec.Volumes.ToDictionary(volume => volume.Name);

        workload.Selector.MatchLabels.ShouldBeSubsetOf(pod.Metadata.Labels);
        _objects.OfType<V1Service>().Single(service => service.Metadata.Name == name).Spec.Selector.ShouldBeSubsetOf(pod.Metadata.Labels);
        _objects.OfType<V1ServiceAccount>().ShouldContain(account => account.Metadata.Name == pod.Spec.ServiceAccountName);
        Container(name).VolumeMounts.Select(mount => mount.Name).ShouldBe(volumes.Keys.Concat(workload.Claims), ignoreOrder: true);
        if (workload.Claims.Count == 0) _objects.OfType<V1PersistentVolumeClaim>().ShouldContain(claim => claim.Metadata.Name == volumes["data"].PersistentVolumeClaim.ClaimName);
        volumes["secrets"].Secret.SecretName.ShouldBe(name);
    }

    [Fact]
    public void Each_of_several_keeps_a_claim_and_a_name_and_is_led_to_only_while_it_serves_what_is_in_force()
    {
        var set = _objects.OfType<V1StatefulSet>().ShouldHaveSingleItem();
        var names = _objects.OfType<V1Service>().Single(service => service.Metadata.Name == set.Spec.ServiceName);

        set.Metadata.Name.ShouldBe("inference");
        set.Spec.VolumeClaimTemplates.ShouldHaveSingleItem().Spec.AccessModes.ShouldBe(["ReadWriteOnce"]);
        names.Spec.ClusterIP.ShouldBe("None");
        names.Spec.Selector.ShouldBeSubsetOf(set.Spec.Template.Metadata.Labels);
        Container("inference").ReadinessProbe.Exec.Command.ShouldBe(["/app/service", "--serving"]);
    }

    [Theory]
    [MemberData(nameof(Fleet))]
    public void The_secrets_that_a_service_reads_are_those_that_the_script_makes_for_it(string name)
    {
        const string Folder = "/run/secrets/";
        var script = File.ReadAllText(PathOf("deploy/kubernetes/apply-secrets.sh")).Replace("\\\n", "", StringComparison.Ordinal).Split('\n');
        var common = script.SkipWhile(line => !line.StartsWith("service()", StringComparison.Ordinal)).TakeWhile(line => line != "}");
        var own = script.Where(line => line == $"service {name}" || line.StartsWith($"service {name} ", StringComparison.Ordinal));

        var made = common.Concat(own).SelectMany(line => line.Split(' ')).Where(word => word.StartsWith("--from-file=", StringComparison.Ordinal)).Select(word => word.Split('=')[1]);
        var read = Container(name).Env.Select(setting => setting.Value).Where(value => value.StartsWith(Folder, StringComparison.Ordinal)).Select(value => value[Folder.Length..]);

        made.ShouldBe(read, ignoreOrder: true);
    }

    [Fact]
    public void Nothing_is_reached_by_default_and_each_opening_is_open_at_both_ends()
    {
        var policies = _objects.OfType<V1NetworkPolicy>().ToList();
        var ports = _workloads.ToDictionary(workload => workload.Name, workload => Container(workload.Name).Ports[0].ContainerPort);

        policies.ShouldContain(policy => policy.Spec.PodSelector.MatchLabels == null && policy.Spec.Ingress == null && policy.Spec.Egress == null && policy.Spec.PolicyTypes.Count == 2);
        foreach (var name in ports.Keys)
        {
            var asked = Container(name).Env.Where(setting => setting.Name.EndsWith("Url", StringComparison.Ordinal)).Select(setting => new Uri(setting.Value)).ToList();
            foreach (var url in asked)
            {
                ports[url.Host].ShouldBe(url.Port);
                policies.ShouldContain(policy => policy.Metadata.Name == $"{name}-asks-{url.Host}" && policy.Spec.Egress[0].Ports[0].Port.Value == $"{url.Port}");
                policies.ShouldContain(policy => policy.Metadata.Name == $"{url.Host}-is-asked-by-{name}" && policy.Spec.Ingress[0].Ports[0].Port.Value == $"{url.Port}");
            }

            policies.Count(policy => policy.Metadata.Name.StartsWith($"{name}-asks-", StringComparison.Ordinal)).ShouldBe(asked.Count, name);
        }
    }

    [Fact]
    public void Every_file_is_listed_and_every_overlay_stands_on_what_is_there()
    {
        var listed = Kustomization(Base);
        ((List<object>)listed["resources"]).ShouldBe(_files.Where(file => file != "kustomization.yaml"), ignoreOrder: true);

        foreach (var overlay in Directory.GetDirectories(PathOf("deploy/kubernetes/overlays")))
        {
            var read = Kustomization(overlay);
            var files = ((List<object>)read["resources"]).Concat(((List<object>)read["patches"]).OfType<Dictionary<object, object>>().Select(patch => patch.GetValueOrDefault("path")).OfType<object>()).Cast<string>().ToList();
            files.ShouldAllBe(path => Path.Exists(Path.Combine(overlay, path)));
            files.Where(file => file.EndsWith(".yaml", StringComparison.Ordinal)).ShouldBe(Directory.GetFiles(overlay, "*.yaml").Select(Path.GetFileName).Where(file => file != "kustomization.yaml")!, ignoreOrder: true);
            if (!read.TryGetValue("images", out var images)) continue;
            ((List<object>)images).Select(image => (string)((Dictionary<object, object>)image)["name"])
                .ShouldBe(_workloads.Select(workload => workload.Template.Spec.Containers[0].Image.Split(':')[0]), ignoreOrder: true);
        }
    }

    private static Dictionary<string, object> Kustomization(string folder) =>
        new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(File.ReadAllText(PathOf(folder, "kustomization.yaml")));

    private static Workload Of(string name) => _workloads.Single(workload => workload.Name == name);

    private static V1Container Container(string name) => Of(name).Template.Spec.Containers.ShouldHaveSingleItem();

    /// <summary>What keeps the pods of a service running.</summary>
    private sealed record Workload(string Name, V1LabelSelector Selector, V1PodTemplateSpec Template, IReadOnlyList<string> Claims);

    private static string PathOf(params string[] parts) => Path.Combine([Repository.Root, .. parts]);
}
