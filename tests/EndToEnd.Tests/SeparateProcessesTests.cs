using MonitoringDemo.EndToEnd.Tests.Broker;
using MonitoringDemo.EndToEnd.Tests.LogStream;
using MonitoringDemo.EndToEnd.Tests.Processes;
using MonitoringDemo.EndToEnd.Tests.Traces;

namespace MonitoringDemo.EndToEnd.Tests;

public sealed class SeparateProcessesTests
{
    [Fact]
    public async Task A_promotion_arrives_over_a_real_broker_where_each_service_has_a_user_of_its_own_and_all_is_encrypted()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await FleetBroker.StartAsync(cancellation);
        await using var receiver = await TraceReceiver.StartAsync(cancellation);
        using var data = new TemporaryDirectory();
        await using var fleet = new RunningFleet(broker, _ => data.Path, (_, environment) => receiver.Connect(environment));

        var champion = await fleet.PromotedAsync(cancellation);

        await fleet.AllAreReadyAsync(cancellation);
        champion.ShouldNotBe("1");
        await IsOneTraceAsync(receiver, cancellation);
    }

    [Fact]
    public async Task Drift_ends_in_a_promotion_where_no_two_services_share_a_directory()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await using var broker = await FleetBroker.StartAsync(cancellation);
        using var data = new TemporaryDirectory();
        await using (var fleet = new RunningFleet(broker, member => data.PathOf(member.Name), (started, environment) =>
        {
            environment["Log__Stream"] = "true";
            environment["Inference__RegistryUrl"] = started.AddressOf("retraining").ToString();
            var signs = environment["ASPNETCORE_URLS"] == started.AddressOf("retraining").ToString();
            environment[signs ? "Signing__PrivateKey_FILE" : "Signing__TrustedKey_FILE"] = broker.SigningKey(isPublic: !signs);
        }))
        await using (var prometheus = await PrometheusServer.StartAsync(fleet.Targets, cancellation))
        {
            var champion = await fleet.PromotedAsync(cancellation);

            await fleet.AllAreReadyAsync(cancellation);
            // The dashboards serve six processes as they serve one: each query answers, and nothing is there once for each.
            (await DashboardQueries.FaultsAsync(prometheus, cancellation, DashboardQueries.Scorecard)).ShouldBeEmpty();
            (await prometheus.TypesAsync(cancellation)).Keys.ShouldContain("mlops_inference_log_replica_lag");
            champion.ShouldNotBe("1");
        }

        var written = LogStreamHost.Frames(data.PathOf("inference"));
        foreach (var reader in new[] { "drift-detection", "retraining" })
        {
            var copied = LogStreamHost.Frames(data.PathOf(reader));
            copied.Count.ShouldBeInRange(100, written.Count);
            copied.ShouldBe(written.Take(copied.Count), reader);
        }

        FilesNamed("artifact-signing.pem").ShouldBeEmpty();
        FilesNamed("journal.jsonl").ShouldBe([data.PathOf("retraining", "registry", "journal.jsonl")]);
        FilesNamed("log-parked.jsonl").ShouldBeEmpty();

        string[] FilesNamed(string name) => Directory.GetFiles(data.Path, name, SearchOption.AllDirectories);
    }

    private static async Task IsOneTraceAsync(TraceReceiver receiver, CancellationToken cancellation)
    {
        var trace = await Eventually.Get(_ => Task.FromResult(IncidentTrace.In(receiver.Spans)), TimeSpan.FromSeconds(60), "The spans of an incident have arrived", cancellation);

        trace.Way.Select(span => $"{span.Service}: {span.Name.Split('.')[0]}{(span.Name.Contains(':', StringComparison.Ordinal) ? span.Name[span.Name.LastIndexOf(':')..] : "")}, {span.Kind}").ShouldBe(
        [
            $"traffic: POST, {ReceivedSpan.Client}",
            $"inference: POST /v1/predictions, {ReceivedSpan.Server}",
            $"inference: predict, {ReceivedSpan.Internal}",
            $"drift-detection: report-findings, {ReceivedSpan.Internal}",
            $"drift-detection: send MonitoringDemo:FindingsReported, {ReceivedSpan.Producer}",
            $"retraining: receive retrain-on-findings, {ReceivedSpan.Consumer}",
            $"retraining: process retrain-on-findings, {ReceivedSpan.Consumer}",
            $"retraining: announce ReleaseChanged, {ReceivedSpan.Internal}",
            $"retraining: send MonitoringDemo:ReleaseChanged, {ReceivedSpan.Producer}",
            $"inference: receive load-model-on-release, {ReceivedSpan.Consumer}",
            $"inference: process load-model-on-release, {ReceivedSpan.Consumer}",
            $"inference: send MonitoringDemo:ModelLoaded, {ReceivedSpan.Producer}",
            $"retraining: receive close-incident-on-load, {ReceivedSpan.Consumer}",
            $"retraining: process close-incident-on-load, {ReceivedSpan.Consumer}",
        ]);
        trace.Spans.Select(span => span.Service).Distinct().Order().ShouldBe(["alerting", "control-room", "drift-detection", "inference", "retraining", "traffic"]);
        trace.Spans.Select(span => span.Name).ShouldContain("retrain");
        var bus = trace.Spans.Where(span => span.Kind is ReceivedSpan.Producer or ReceivedSpan.Consumer).ToList();
        bus.Where(span => span.Of("messaging.system") != "rabbitmq" || span.Of("messaging.message.id").Length == 0 || span.Name != $"{span.Of("messaging.operation.name")} {span.Of("messaging.destination.name")}")
            .Select(span => span.ToString()).ShouldBeEmpty();
        bus.Select(span => span.Of("messaging.operation.type")).Distinct().Order().ShouldBe(["process", "receive", "send"]);
    }
}
