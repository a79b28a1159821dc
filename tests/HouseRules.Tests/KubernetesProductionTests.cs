using k8s;
using k8s.Models;

namespace MonitoringDemo.HouseRules.Tests;

/// <summary>What the overlay for production adds and patches, read as strictly as the base; only how patches are merged is left to the cluster.</summary>
public sealed class KubernetesProductionTests
{
    private const string Base = "deploy/kubernetes/base", Prod = "deploy/kubernetes/overlays/prod";
    private static readonly string[] _standBy = ["drift-detection", "retraining"];
    private static readonly IReadOnlyList<object> _added = [.. new[] { "database-network", "disruption", "inference-scale" }.SelectMany(file => Read(Prod, file))];

    public static TheoryData<string> StandBy => [.. _standBy];

    [Fact]
    public void Each_service_and_the_broker_has_a_budget_that_lets_a_machine_be_drained()
    {
        var budgets = _added.OfType<V1PodDisruptionBudget>().ToList();
        var names = Directory.GetFiles(Path.Combine(Repository.Root, Base), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!).Except(["kustomization", "namespace", "network"]);

        budgets.Select(budget => budget.Metadata.Name).ShouldBe(names, ignoreOrder: true);
        budgets.ShouldAllBe(budget => budget.Spec.MaxUnavailable.Value == "1" && budget.Spec.MinAvailable == null);
        foreach (var budget in budgets) budget.Spec.Selector.MatchLabels.ShouldBe(new Dictionary<string, string> { ["app.kubernetes.io/name"] = budget.Metadata.Name });
    }

    [Fact]
    public void Inference_grows_with_the_processors_the_predictions_and_the_log_that_is_not_shipped_and_shrinks_slowly()
    {
        var scale = _added.OfType<V2HorizontalPodAutoscaler>().ShouldHaveSingleItem().Spec;
        var inference = Read(Base, "inference").OfType<V1StatefulSet>().Single();
        var document = File.ReadAllText(Path.Combine(Repository.Root, "docs/deploy.md"));

        (scale.ScaleTargetRef.Kind, scale.ScaleTargetRef.Name).ShouldBe(("StatefulSet", inference.Metadata.Name));
        inference.Spec.Template.Spec.Containers[0].Resources.Requests.ShouldContainKey("cpu", "a share of nothing cannot be measured");
        scale.Metrics.Single(metric => metric.Type == "Resource").Resource.Name.ShouldBe("cpu");
        scale.Metrics.Where(metric => metric.Type == "Pods").Select(metric => metric.Pods.Metric.Name).ShouldAllBe(name => document.Contains(name, StringComparison.Ordinal));
        scale.MinReplicas.ShouldBe(2);
        scale.Behavior.ScaleDown.Policies.ShouldHaveSingleItem().Value.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(StandBy))]
    public void Two_of_it_run_each_on_a_claim_of_its_own_and_reach_the_database(string name)
    {
        var spec = Read(Prod, name).OfType<V1Deployment>().ShouldHaveSingleItem().Spec;
        var under = Read(Base, name).OfType<V1Deployment>().Single().Spec.Template.Spec;
        var (pod, container) = (spec.Template.Spec, spec.Template.Spec.Containers.ShouldHaveSingleItem());

        (spec.Replicas, spec.Strategy.Type).ShouldBe((2, "RollingUpdate"));
        container.Name.ShouldBe(under.Containers[0].Name);
        container.Env.ShouldHaveSingleItem().Value.ShouldBe($"{container.VolumeMounts.ShouldHaveSingleItem().MountPath}/address");
        pod.Volumes.Select(volume => volume.Name).ShouldBe(["data", container.VolumeMounts[0].Name]);
        pod.Volumes[0].Ephemeral.VolumeClaimTemplate.Spec.AccessModes.ShouldBe(["ReadWriteOnce"]);
        pod.Volumes[0].PersistentVolumeClaim.ShouldBeNull("a volume is of one kind");
        under.Volumes.ShouldContain(volume => volume.Name == "data" && volume.PersistentVolumeClaim != null);
        pod.Volumes[1].Secret.SecretName.ShouldBe($"registry-{name}");
        File.ReadAllText(Path.Combine(Repository.Root, "deploy/kubernetes/apply-secrets.sh")).ShouldContain($"apply secret generic registry-{name} --from-file=address=");
        _added.OfType<V1NetworkPolicy>().ShouldHaveSingleItem().Spec.PodSelector.MatchExpressions.ShouldHaveSingleItem().Values.ShouldBe(_standBy);
    }

    private static List<object> Read(string folder, string file) => KubernetesYaml.LoadAllFromString(File.ReadAllText(Path.Combine(Repository.Root, folder, $"{file}.yaml")), strict: true);
}
